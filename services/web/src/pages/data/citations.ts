import type { ReleaseAnswer } from "@openremit/shared/contracts";

type Cited = Pick<ReleaseAnswer, "id" | "citation">;

/** Where a version is found by whoever reads of it: in English, which is offered always. */
export function addressOf({ id }: Pick<ReleaseAnswer, "id">, root: string): string {
  return `${root}/en/data?release=${id}`;
}

/** As the seventh edition has data sets: author, year, title, version, kind, publisher unless it is the author, address. */
export function apaText({ citation, ...release }: Cited, root: string): string {
  const { authors, year, title, version, publisher } = citation;
  const by = authors.join(", ");
  const publishedBy = by === publisher ? "" : ` ${publisher}.`;
  return `${by}. (${year}). ${title} (Version ${version}) [Data set].${publishedBy} ${addressOf(release, root)}`;
}

/** For BibTeX and biblatex alike, neither of which agrees with the other about an entry for data sets. */
export function bibtexText({ citation, ...release }: Cited, root: string): string {
  const { authors, year, title, version, publisher } = citation;
  const fields = [
    // In braces of their own: none of them is a person with a first name.
    ["author", authors.map((author) => `{${escaped(author)}}`).join(" and ")],
    ["title", `{${escaped(title)}}`],
    ["year", year],
    ["version", escaped(version)],
    ["publisher", escaped(publisher)],
    ["note", "Data set"],
    ["url", addressOf(release, root)],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},`);
  return [`@misc{openremit-${release.id},`, ...lines, "}"].join("\n");
}

/** What TeX would take for a command. */
function escaped(text: string): string {
  return text.replaceAll(/[&%$#_{}]/g, (character) => `\\${character}`);
}
