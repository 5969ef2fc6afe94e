import type { Column, ColumnKind, ReleaseFile } from "@openremit/shared/contracts";
import { endOfDay } from "@openremit/shared/domain";
import { authors, descriptionOf, keywords, type ReleaseFacts, titleOf } from "../about-release.ts";
import { fileNameOf, type ReleaseTable, releaseTables } from "../release-tables.ts";
import { jsonText } from "./json-text.ts";
import { licenceOf, rightsName, sourcesOf } from "./source-rights.ts";

const fieldTypes: Readonly<Record<ColumnKind, string>> = {
  text: "string",
  decimal: "number",
  integer: "integer",
  boolean: "boolean",
  instant: "datetime",
  day: "date",
};

/** `datapackage.json`: Data Package v2, https://datapackage.org/standard/data-package/ */
export function dataPackage(facts: ReleaseFacts): string {
  const sources = sourcesOf(facts);
  return jsonText({
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `openremit-${facts.id}`,
    title: titleOf(facts),
    description: descriptionOf(facts),
    version: facts.id,
    created: endOfDay(facts.asOf).toISOString(),
    simulated: facts.simulated,
    keywords,
    contributors: authors.map((title) => ({ title, roles: ["creator"] })),
    // No licence holds for all of it, and a resource without one would be read as under the package's.
    rights: rightsName,
    sources: sources.map(({ name, url }) => ({ title: name, ...(url !== null && { path: url }) })),
    resources: releaseTables.flatMap((table) => resourcesOf(table, facts)),
  });
}

function resourcesOf(table: ReleaseTable, { files, simulated }: ReleaseFacts) {
  const licence = licenceOf(table.name);
  const common = {
    title: table.title,
    description: table.description,
    simulated: simulated && table.saysSimulated,
    ...(licence === null ? { rights: rightsName } : { licenses: [licence] }),
  };
  return table.formats.flatMap((format) => {
    const file = files.find(({ name }) => name === fileNameOf(table, format));
    if (file === undefined) return [];
    const described = { ...fileFields(file), ...common };
    if (format === "parquet") return { name: `${table.name}-parquet`, ...described, format };
    return {
      name: table.name,
      ...described,
      type: "table",
      format,
      encoding: "utf-8",
      dialect,
      schema: schemaOf(table),
    };
  });
}

const dialect = { delimiter: ",", quoteChar: '"', doubleQuote: true, lineTerminator: "\r\n", header: true } as const;

function fileFields({ name, mediaType, bytes, sha256 }: ReleaseFile) {
  return { path: name, mediatype: mediaType, bytes, hash: `sha256:${sha256}` };
}

function schemaOf({ columns, rowKey }: ReleaseTable) {
  return { fields: columns.map(fieldOf), primaryKey: rowKey, missingValues: [""] };
}

function fieldOf({ name, kind, unit, isNullable, description, words }: Column) {
  // A text may be there and say nothing, which an empty cell cannot tell from a missing one.
  const isRequired = !isNullable && (kind !== "text" || words !== null);
  const constraints = { ...(isRequired && { required: true }), ...(words !== null && { enum: words }) };
  return {
    name,
    type: fieldTypes[kind],
    description,
    ...(unit !== null && { unit }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
