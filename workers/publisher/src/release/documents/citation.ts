import { stringify } from "yaml";
import { authors, descriptionOf, keywords, type ReleaseFacts, titleOf } from "../about-release.ts";

/** `CITATION.cff`: Citation File Format 1.2.0, https://github.com/citation-file-format/citation-file-format */
export function citationFile(facts: ReleaseFacts): string {
  return stringify(
    {
      "cff-version": "1.2.0",
      message: "Please cite this release when you use its figures, and the sources that RIGHTS.md names.",
      type: "dataset",
      title: titleOf(facts),
      abstract: descriptionOf(facts),
      version: facts.id,
      authors: authors.map((name) => ({ name })),
      keywords,
      identifiers: [
        {
          type: "other",
          value: `sha256:${facts.dataVersion}`,
          description: "Hash over the files of data: equal where the data are equal",
        },
      ],
    },
    { lineWidth: 0 },
  );
}
