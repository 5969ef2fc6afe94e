import { readFileSync } from "node:fs";
import { descriptionOf, type ReleaseFacts, titleOf } from "../about-release.ts";
import { changelogMarkdown } from "./changelog.ts";
import { citationFile } from "./citation.ts";
import { codebookJson, codebookMarkdown } from "./codebook.ts";
import { dataPackage } from "./data-package.ts";
import { dcat } from "./dcat.ts";
import { rightsMarkdown } from "./rights.ts";
import { schemaOrg } from "./schema-org.ts";
import { rightsName } from "./source-rights.ts";

/** A file about the release. */
export interface ReleaseDocument {
  readonly name: string;
  readonly mediaType: string;
  readonly what: string;
  readonly write: (facts: ReleaseFacts) => string;
}

/** The page that stands in the repository, found through the package it belongs to. */
const method = new URL("../../docs/method.md", import.meta.resolve("@openremit/shared/domain"));

const markdown = "text/markdown; charset=utf-8";

export const releaseDocuments: readonly ReleaseDocument[] = [
  {
    name: "CHANGELOG.md",
    mediaType: markdown,
    what: "What is new against the release before",
    write: changelogMarkdown,
  },
  {
    name: "CITATION.cff",
    mediaType: "application/yaml",
    what: "How to cite it, for programs that keep references",
    write: citationFile,
  },
  {
    name: "METHODOLOGY.md",
    mediaType: markdown,
    what: "How every figure is made",
    write: (facts) => `> ${titleOf(facts)}. ${descriptionOf(facts)}\n\n${readFileSync(method, "utf8")}`,
  },
  {
    name: rightsName,
    mediaType: markdown,
    what: "Whose figures these are, and under what terms",
    write: rightsMarkdown,
  },
  {
    name: "codebook.json",
    mediaType: "application/json",
    what: "Every column with its unit and meaning, for programs",
    write: codebookJson,
  },
  {
    name: "codebook.md",
    mediaType: markdown,
    what: "Every column with its unit and meaning",
    write: codebookMarkdown,
  },
  {
    name: "datapackage.json",
    mediaType: "application/json",
    what: "The whole as a Data Package v2",
    write: dataPackage,
  },
  {
    name: "dcat.jsonld",
    mediaType: "application/ld+json",
    what: "The whole for data portals (DCAT-AP)",
    write: dcat,
  },
  {
    name: "schema-org.jsonld",
    mediaType: "application/ld+json",
    what: "The whole for search engines (schema.org)",
    write: schemaOrg,
  },
];
