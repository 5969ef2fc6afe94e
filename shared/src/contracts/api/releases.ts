import { z } from "zod";
import { releaseFile, releaseFileName, releaseId, releaseManifest } from "../release.ts";
import { simulated } from "./common.ts";

const count = z.number().int().nonnegative();
const path = z.string().describe("Where it is answered").meta({ example: "/v1/releases/2026-11-23" });

export const releaseParams = z.object({ id: releaseId }).strict();
export const releaseFileParams = z
  .object({ id: releaseId, file: releaseFileName.describe("Name of a file of the release") })
  .strict();

/** A release in a list of them. */
export const releaseSummary = releaseManifest
  .pick({
    id: true,
    title: true,
    description: true,
    asOf: true,
    dataVersion: true,
    previous: true,
    simulated: true,
    licence: true,
    citation: true,
    changes: true,
  })
  .extend({
    files: count.describe("How many files it has"),
    bytes: count.describe("Bytes of all of them"),
    path,
  })
  .meta({ id: "ReleaseSummary" });

export const releasesAnswer = z
  .object({ simulated, releases: z.array(releaseSummary).describe("The newest first; empty where none was made") })
  .meta({ id: "ReleasesAnswer" });
export type ReleasesAnswer = z.infer<typeof releasesAnswer>;

export const releaseAnswer = releaseManifest
  .extend({
    files: z.array(releaseFile.extend({ path }).meta({ id: "ReleaseFileRow" })).describe("By name"),
    path,
    manifestPath: path.describe("The manifest as it is in the release"),
    sumsPath: path.describe("Hashes of every file, as `sha256sum -c` reads them"),
  })
  .meta({ id: "ReleaseAnswer" });
export type ReleaseAnswer = z.infer<typeof releaseAnswer>;
