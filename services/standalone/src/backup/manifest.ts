import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.string().regex(/^\d+$/);
/** Below the backup's folder, and nowhere else. */
const innerPath = z
  .string()
  .regex(/^[^/\\]+(\/[^/\\]+)*$/)
  .refine((path) => !path.split("/").includes(".."), "leads out of the backup");

const keptFile = z.object({ path: innerPath, bytes: z.number().int().nonnegative(), sha256 });
export type KeptFile = z.infer<typeof keptFile>;

const keptTable = z.object({
  name: z.string().min(1),
  columns: z.array(z.string().min(1)),
  partition: z.object({ of: z.string(), bound: z.string() }).nullable(),
  rows: count,
  digest: z.string(),
  file: innerPath,
});
export type KeptTable = z.infer<typeof keptTable>;

/** What a backup says of itself: `manifest.json` in its folder. */
export const manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  openremit: z.string(),
  postgres: z.string(),
  mode: z.enum(["simulated", "real"]),
  migrations: z.array(z.string()).min(1),
  tables: z.array(keptTable),
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: count, isCalled: z.boolean() })),
  files: z.array(keptFile),
});
export type Manifest = z.infer<typeof manifest>;

export const manifestName = "manifest.json";
/** For `sha256sum -c`, so that a backup can be held against itself without OpenRemit. */
export const sumsName = "SHA256SUMS";
