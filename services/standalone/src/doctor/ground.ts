import type { Catalog } from "@openremit/shared/catalog";
import { type Mode, metricsVariables, readerVariables, type SourceKeys } from "@openremit/shared/runtime";
import { z } from "zod";
import { standaloneEnvironment } from "../environment.ts";
import type { Finding } from "./finding.ts";

const copies = (fallback: number, of: string) => {
  const error = "is not a whole number between 0 and 1000";
  return z.coerce
    .number({ error })
    .int(error)
    .min(0, error)
    .max(1_000, error)
    .default(fallback)
    .describe(`how many copies of ${of} there are`);
};

/** What the doctor reads itself; it looks at every other variable, too. Copies are Docker Compose's own. */
export const doctorEnvironment = standaloneEnvironment.extend({
  ...readerVariables,
  ...metricsVariables,
  API_COPIES: copies(2, "the API"),
  WEB_COPIES: copies(2, "the site"),
  COLLECTOR_COPIES: copies(1, "the collector"),
  RECORDER_COPIES: copies(1, "the recorder"),
});

/** What the checks look at. */
export interface DoctorGround {
  readonly env: z.infer<typeof doctorEnvironment>;
  /** As it was given, for what no schema knows. */
  readonly names: Readonly<Record<string, string | undefined>>;
  readonly mode: Mode;
  readonly sourceKeys: SourceKeys;
  /** Null where config is not right: that is told apart. */
  readonly catalog: Catalog | null;
  /** Null where none is named and none of ours runs. */
  readonly redisUrl: string | null;
  readonly databaseUrl: string | null;
  readonly now: () => Date;
}

export type Check = (ground: DoctorGround) => Promise<readonly Finding[]>;
