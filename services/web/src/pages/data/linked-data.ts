import type { ReleaseAnswer } from "@openremit/shared/contracts";
import { addressOf } from "./citations.ts";

/** https://schema.org/Dataset, so that search engines for data find a version and its files. */
export function linkedDataOf(release: ReleaseAnswer, root: string) {
  const { id, asOf, citation, description, dataVersion, files } = release;
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    name: citation.title,
    description,
    url: addressOf(release, root),
    version: id,
    identifier: `sha256:${dataVersion}`,
    // No licence holds for all of it: this file tells whose figures are under what terms.
    usageInfo: `${root}/v1/releases/${id}/RIGHTS.md`,
    isAccessibleForFree: true,
    temporalCoverage: `../${asOf}`,
    creator: citation.authors.map((name) => ({ "@type": "Organization", name })),
    publisher: { "@type": "Organization", name: citation.publisher },
    distribution: files.map(({ name, path, mediaType, bytes, sha256 }) => ({
      "@type": "DataDownload",
      name,
      contentUrl: `${root}${path}`,
      encodingFormat: mediaType,
      contentSize: `${bytes} B`,
      sha256,
    })),
  };
}
