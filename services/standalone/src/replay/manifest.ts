import { countryCode, currencyCode, instant, key, positiveDecimalString, sha256 } from "@openremit/shared/contracts";
import { type Corridor, InputError, timePrecisions } from "@openremit/shared/domain";
import { z } from "zod";

/** What was asked, as far as the recorder noted it. A reference-rate recording has no task. */
const recordedTask = z.object({
  sendCountry: countryCode,
  sendCurrency: currencyCode,
  receiveCountry: countryCode,
  receiveCurrency: currencyCode,
  amount: positiveDecimalString,
});

/** As it was sent. Recorders that did not note the body of a POST leave it out. */
const recordedRequest = z.object({ method: z.enum(["GET", "POST"]), url: z.url(), body: z.string().exactOptional() });

const recordedEntry = z.object({
  source: key,
  task: recordedTask.optional(),
  request: recordedRequest,
  status: z.number().int().min(100).max(599),
  contentType: z.string().nullable().default(null),
  fetchedAt: instant,
  fetchedAtPrecision: z.enum(timePrecisions),
  file: z.string().regex(/^[^/\\]+$/, "a file beside the manifest"),
  sha256,
});
export type RecordedEntry = z.infer<typeof recordedEntry>;

export const fixtureKinds = ["ok", "empty", "promotion", "alien"] as const;

const manifest = z.object({
  description: z.string(),
  shows: z
    .enum(fixtureKinds)
    .exactOptional()
    .describe("Of a fixture, whose entries are one visit: what is read from it"),
  figures: z
    .enum(["recorded", "invented"])
    .default("recorded")
    .describe("`recorded`: the source's own text, which is not for the repository"),
  stripped: z.array(z.string()).default([]).describe("What was left out of addresses and bodies before they were kept"),
  entries: z.array(recordedEntry).min(1),
});
export type Manifest = z.infer<typeof manifest>;
/** As it is written. */
export type WrittenManifest = z.input<typeof manifest>;

/** The corridor that was asked about. */
export function corridorOfTask({ amount: _amount, ...money }: NonNullable<RecordedEntry["task"]>): Corridor {
  return { ...money, id: `${money.sendCountry}-${money.receiveCountry}`.toLowerCase() };
}

/** Reads a manifest of recorded answers. Throws InputError saying where it is wrong. */
export function parseManifest(text: string, path: string): Manifest {
  const read = manifest.safeParse(parseJson(text, path));
  if (read.success) return read.data;
  const where = read.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new InputError(`${path} is not a manifest of recorded answers: ${where.join("; ")}`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(`${path} is not JSON`, { cause });
  }
}
