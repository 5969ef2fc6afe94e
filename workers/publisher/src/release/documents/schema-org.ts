import { authors, descriptionOf, keywords, licence, publisher, type ReleaseFacts, titleOf } from "../about-release.ts";
import { releaseTables } from "../release-tables.ts";
import { jsonText } from "./json-text.ts";
import { licenceOf, rightsName, sourcesOf } from "./source-rights.ts";

/** `schema-org.jsonld`: https://schema.org/Dataset, what search engines for data read. */
export function schemaOrg(facts: ReleaseFacts): string {
  return jsonText({
    "@context": "https://schema.org/",
    "@type": "Dataset",
    name: titleOf(facts),
    description: descriptionOf(facts),
    version: facts.id,
    identifier: `sha256:${facts.dataVersion}`,
    usageInfo: { "@type": "CreativeWork", url: rightsName, description: licence.note },
    isAccessibleForFree: true,
    keywords,
    temporalCoverage: `../${facts.asOf}`,
    creator: authors.map((name) => ({ "@type": "Organization", name })),
    publisher: { "@type": "Organization", name: publisher },
    isBasedOn: sourcesOf(facts).map(({ name, url }) => ({
      "@type": "CreativeWork",
      name,
      ...(url !== null && { url }),
    })),
    variableMeasured: releaseTables.flatMap(({ name, columns }) =>
      columns
        .filter(({ kind }) => kind === "decimal")
        .map((column) => ({
          "@type": "PropertyValue",
          name: `${name}.${column.name}`,
          description: column.description,
          ...(column.unit !== null && { unitText: column.unit }),
        })),
    ),
    distribution: facts.files.map(({ name, mediaType, bytes, sha256, what }) => ({
      "@type": "DataDownload",
      name: what,
      ...(licenceOf(name) !== null && { license: licenceOf(name)?.path }),
      contentUrl: name,
      encodingFormat: mediaType,
      contentSize: `${bytes} B`,
      sha256,
    })),
  });
}
