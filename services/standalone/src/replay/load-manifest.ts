import { readFile } from "node:fs/promises";
import { ConfigError, InputError } from "@openremit/shared/domain";
import { type Manifest, parseManifest } from "./manifest.ts";

/** A manifest on disk. ConfigError where there is none, or it is not one. */
export async function loadManifest(path: string): Promise<Manifest> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new ConfigError(`${path} cannot be read: name a manifest of recorded answers`, { cause });
  });
  try {
    return parseManifest(text, path);
  } catch (error) {
    throw error instanceof InputError ? new ConfigError(error.message, { cause: error }) : error;
  }
}
