import type { Catalog } from "@openremit/shared/catalog";
import { type Mode, metricsVariables, readerVariables, type SourceKeys } from "@openremit/shared/runtime";
import type { z } from "zod";
import { standaloneEnvironment } from "../environment.ts";
import type { Finding } from "./finding.ts";

/** What the doctor reads itself; it looks at every other variable, too. */
export const doctorEnvironment = standaloneEnvironment.extend({
  ...readerVariables,
  ...metricsVariables,
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
