import type { ReleaseAnswer, ReleaseManifest, ReleasesAnswer } from "../../contracts/index.ts";
import { releaseManifestName, releaseSumsName } from "../../contracts/index.ts";
import { NotCoveredError } from "../../domain/index.ts";
import { readRelease, readReleases, type StandingFile, standFile } from "../../storage/index.ts";
import type { Answered } from "../answered.ts";
import type { Desk } from "./create-desk.ts";

/** What stands in the folder of releases. Those of the other mode are none: nobody may take invented prices for real. */
export function createReleasesDesk(desk: Desk, directory: string | null) {
  const isOurs = ({ simulated }: ReleaseManifest) => simulated === desk.simulated;

  async function findRelease(id: string): Promise<{ readonly directory: string; readonly manifest: ReleaseManifest }> {
    const manifest = directory === null ? null : await readRelease(directory, id);
    if (directory === null || manifest === null || !isOurs(manifest)) {
      throw new NotCoveredError(`There is no release ${id}. See ${releasesPath}.`);
    }
    return { directory, manifest };
  }

  function answered<Answer>(answer: Answer, version: string): Answered<Answer> {
    return desk.answered(answer, version, [], { changesAt: null, visitDue: null });
  }

  return {
    /** The newest first. */
    async releases(): Promise<Answered<ReleasesAnswer>> {
      const manifests = directory === null ? [] : await readReleases(directory);
      const releases = manifests.filter(isOurs).reverse().map(summaryOf);
      return answered({ simulated: desk.simulated, releases }, releases[0]?.id ?? "none");
    },
    /** @throws NotCoveredError where there is none of that id. */
    async release(id: string): Promise<Answered<ReleaseAnswer>> {
      const { manifest } = await findRelease(id);
      const path = pathOf(manifest);
      const files = manifest.files.map((file) => ({ ...file, path: `${path}/${file.name}` }));
      const others = { manifestPath: `${path}/${releaseManifestName}`, sumsPath: `${path}/${releaseSumsName}` };
      return answered({ ...manifest, files, path, ...others }, manifest.id);
    },
    /** @throws NotCoveredError where the release has no such file, DomainError where the file is not as it was made. */
    async releaseFile(id: string, name: string): Promise<StandingFile> {
      const { directory: releases, manifest } = await findRelease(id);
      const file = await standFile(releases, manifest, name);
      if (file === null) throw new NotCoveredError(`Release ${id} has no file ${name}. See ${pathOf(manifest)}.`);
      return file;
    },
  };
}

const releasesPath = "/v1/releases";

function pathOf({ id }: ReleaseManifest): string {
  return `${releasesPath}/${id}`;
}

function summaryOf(manifest: ReleaseManifest): ReleasesAnswer["releases"][number] {
  const { id, title, description, asOf, dataVersion, previous, simulated, licence, citation, changes } = manifest;
  return {
    id,
    title,
    description,
    asOf,
    dataVersion,
    previous,
    simulated,
    licence,
    citation,
    changes,
    files: manifest.files.length,
    bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
    path: pathOf(manifest),
  };
}
