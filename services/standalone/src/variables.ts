import { apiEnvironment } from "@openremit/api";
import { collectorEnvironment } from "@openremit/collector";
import { publisherEnvironment } from "@openremit/publisher";
import { recorderEnvironment } from "@openremit/recorder";
import { sandboxEnvironment } from "@openremit/sandbox";
import { fileSuffix, serverEnvironment } from "@openremit/shared/runtime";
import { webEnvironment } from "@openremit/web";
import type { z } from "zod";
import { doctorEnvironment } from "./doctor/ground.ts";
import { standaloneEnvironment } from "./environment.ts";

/** What `npm run migrate` reads. */
export const migrateEnvironment = serverEnvironment.pick({ DATABASE_URL: true, OPENREMIT_MODE: true });

/** What each program reads, by the file that is started. Keys to sources (`OPENREMIT_KEY_…`) are the collector's and the doctor's besides. */
export const programVariables: Readonly<Record<string, z.ZodObject>> = {
  "services/api/dist/main.js": apiEnvironment,
  "services/web/dist/main.js": webEnvironment,
  "services/sandbox/dist/main.js": sandboxEnvironment,
  "workers/collector/dist/main.js": collectorEnvironment,
  "workers/recorder/dist/main.js": recorderEnvironment,
  "workers/publisher/dist/main.js": publisherEnvironment,
  "services/standalone/dist/main.js": standaloneEnvironment,
  "services/standalone/dist/commands/migrate.js": migrateEnvironment,
  "services/standalone/dist/commands/backup.js": standaloneEnvironment,
  "services/standalone/dist/commands/restore.js": standaloneEnvironment,
  "services/standalone/dist/commands/doctor.js": doctorEnvironment,
  "services/standalone/dist/commands/tools.js": standaloneEnvironment,
};

/** Every variable that some program reads, in the order of the alphabet. */
export const knownVariables: readonly string[] = [
  ...new Set(Object.values(programVariables).flatMap((schema) => Object.keys(schema.shape))),
].sort();

/** A key to a source, or the file that holds it. */
export const sourceKeyVariable = /^OPENREMIT_KEY_[A-Z0-9_]+$/;

/** The variable that a name sets: itself, or the one whose file it names. */
export function variableOf(name: string): string {
  const bare = name.endsWith(fileSuffix) ? name.slice(0, -fileSuffix.length) : name;
  return knownVariables.includes(bare) ? bare : name;
}
