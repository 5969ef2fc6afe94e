import { join, resolve } from "node:path";
import { z } from "zod";
import type { Mode } from "./mode.ts";

/** For processes that make releases or hand them out. */
export const releasesVariables = {
  OPENREMIT_DATA_DIR: z.string().default("./.data").describe("the folder for the embedded servers' data"),
  OPENREMIT_RELEASES_DIR: z.string().optional().describe("the folder for releases"),
};

/** Where releases of a mode stand: the folder named, or one beside the mode's other data. */
export function releasesDirectory(
  env: { readonly OPENREMIT_DATA_DIR: string; readonly OPENREMIT_RELEASES_DIR?: string | undefined },
  mode: Mode,
): string {
  return resolve(env.OPENREMIT_RELEASES_DIR ?? join(env.OPENREMIT_DATA_DIR, mode, "releases"));
}
