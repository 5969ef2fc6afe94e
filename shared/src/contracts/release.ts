import { z } from "zod";
import { type DatasetName, datasetNames, sdgSeriesName } from "./export/index.ts";
import { day, sha256 } from "./primitives.ts";

/**
 * `2026-11-23`, or `2026-11-23-2` where the same day was released again and the bytes differ. Simulated prices stand in
 * the name: `simulated-2026-11-23`.
 */
export const releaseId = z
  .string()
  .regex(/^(?:simulated-)?\d{4}-\d{2}-\d{2}(?:-[1-9]\d{0,3})?$/, "a release such as 2026-11-23")
  .describe("Id of a release: its day, after `simulated-` where prices are invented");

/** A plain name within a release: no folders, nothing hidden. */
export const releaseFileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,80}$/, "the name of a file");

const count = z.number().int().nonnegative();

/** One file of a release. */
export const releaseFile = z
  .object({
    name: releaseFileName,
    dataset: z
      .enum(datasetNames as readonly [DatasetName, ...DatasetName[]])
      .nullable()
      .describe("Dataset it holds; null for a file about the release"),
    mediaType: z.string(),
    bytes: count,
    sha256,
    rows: count.nullable().describe("Rows of data; null where it holds none"),
    what: z.string().describe("What it is, in a sentence"),
  })
  .strict();
export type ReleaseFile = z.infer<typeof releaseFile>;

/** What became of a dataset's rows since the previous release, told apart by its row key. */
export const releaseChange = z
  .object({
    dataset: z.enum([...datasetNames, sdgSeriesName]),
    rows: count,
    added: count.describe("Rows whose key the previous release does not have"),
    revised: count.describe("Rows that say something else under the same key"),
    withdrawn: count.describe("Rows of the previous release whose key is gone"),
  })
  .strict();
export type ReleaseChange = z.infer<typeof releaseChange>;

/** `release.json`: what a release is, made of what, and which files it has. No time at which it was made stands in it. */
export const releaseManifest = z
  .object({
    schemaVersion: z.literal(1),
    id: releaseId,
    title: z.string(),
    description: z.string(),
    asOf: day.describe("Last day in it, UTC: everything recorded until its end, as it was known then"),
    dataVersion: sha256.describe("Hash over the datasets' files: equal where the data are equal"),
    previous: releaseId.nullable().describe("The release that `changes` are counted from; null: the first one"),
    simulated: z.boolean().describe("True: prices come from the sandbox and are invented"),
    createdFrom: z
      .object({
        program: z.string().describe("Version of OpenRemit"),
        configSha256: sha256.describe("Hash over the files of config"),
        previousSha256: sha256.nullable().describe("Hash of the previous release's SHA256SUMS"),
        surveyFiles: z
          .array(z.object({ name: z.string(), sha256 }).strict())
          .describe("Files of the World Bank's survey in it, in the order in which they were imported"),
      })
      .strict(),
    licence: z
      .object({
        spdx: z.string(),
        title: z.string(),
        url: z.url(),
        note: z.string().describe("What it is about, and what it is not about: see RIGHTS.md"),
      })
      .strict()
      .describe("Of OpenRemit's own work alone: the figures of others stay under their own terms, see RIGHTS.md"),
    citation: z
      .object({
        authors: z.array(z.string()).min(1),
        publisher: z.string(),
        year: z.string().regex(/^\d{4}$/),
        title: z.string(),
        version: releaseId,
      })
      .strict()
      .describe("What to name when it is cited"),
    changes: z.array(releaseChange),
    files: z.array(releaseFile).describe("Every file but release.json and SHA256SUMS themselves, by name"),
  })
  .strict()
  .meta({ id: "Release" });
export type ReleaseManifest = z.infer<typeof releaseManifest>;

/** Names that mean something to programs. */
export const releaseManifestName = "release.json";
/** Hashes of every other file, as `sha256sum -c` reads them. */
export const releaseSumsName = "SHA256SUMS";

/** The body of a `release` job. */
export const releaseJob = z
  .object({
    schemaVersion: z.literal(1),
    asOf: day,
  })
  .strict();
export type ReleaseJob = z.infer<typeof releaseJob>;

/** What a `release` job says while it runs. */
export const releaseProgress = z
  .object({
    done: count.describe("Steps done …"),
    total: count.describe("… of so many"),
    what: z.string().describe("What is being done"),
    outcome: z
      .object({
        release: releaseManifest,
        isNew: z.boolean().describe("False: the same bytes were there already"),
        directory: z.string(),
      })
      .strict()
      .nullable()
      .describe("What it came to; null until it is done"),
  })
  .strict();
export type ReleaseProgress = z.infer<typeof releaseProgress>;
