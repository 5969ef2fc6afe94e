import { describe, expect, it } from "@jest/globals";
import { columnsOf, datasetContracts, datasetNames } from "@openremit/shared/contracts";
import { parse } from "yaml";
import { z } from "zod";
import { changelogMarkdown } from "../../../workers/publisher/src/release/documents/changelog.ts";
import { citationFile } from "../../../workers/publisher/src/release/documents/citation.ts";
import { codebookJson, codebookMarkdown } from "../../../workers/publisher/src/release/documents/codebook.ts";
import { dataPackage } from "../../../workers/publisher/src/release/documents/data-package.ts";
import { dcat } from "../../../workers/publisher/src/release/documents/dcat.ts";
import { rightsMarkdown } from "../../../workers/publisher/src/release/documents/rights.ts";
import { schemaOrg } from "../../../workers/publisher/src/release/documents/schema-org.ts";
import { dataPackageProfile } from "../../support/data-package-profile.ts";
import { releaseFacts } from "../../support/release-facts.ts";

const facts = releaseFacts();
const real = releaseFacts({ id: "2026-11-19", simulated: false });

describe("datapackage.json", () => {
  const described = JSON.parse(dataPackage(facts));

  it("keeps the rules of Data Package v2", () => {
    expect(dataPackageProfile.safeParse(described).error).toBeUndefined();
    expect(dataPackageProfile.safeParse(JSON.parse(dataPackage(real))).error).toBeUndefined();
  });

  it("describes every file of data with its size and hash, and every column of a CSV", () => {
    const { resources } = dataPackageProfile.parse(described);
    expect(resources.map(({ path }) => path)).toEqual(facts.files.map(({ name }) => name));
    for (const name of datasetNames) {
      const fields = resources.find((resource) => resource.name === name)?.schema?.fields;
      expect(fields?.map((field) => field.name)).toEqual(columnsOf(datasetContracts[name].row).map((one) => one.name));
    }
  });

  it("requires a value only where an empty cell cannot be one", () => {
    const { resources } = dataPackageProfile.parse(described);
    const required = resources[0]?.schema?.fields
      .filter((field) => field.constraints?.required)
      .map(({ name }) => name);
    expect(required).toEqual(expect.arrayContaining(["revision", "observed_at", "simulated", "price_kind"]));
    expect(required).not.toEqual(expect.arrayContaining(["flags"]));
    expect(required).not.toContain("fee");
  });

  it("has the survey under its own licence, our lists under ours, and no licence on the figures of many", () => {
    const { resources, ...whole } = dataPackageProfile.parse(described);
    const termsOf = (name: string) => {
      const resource = resources.find((one) => one.name === name);
      return resource?.licenses?.map((licence) => licence.name) ?? resource?.rights;
    };
    const names = ["quotes", "quotes-parquet", "rates", "corridor-days", "providers", "survey-services", "sdg-10-c-1"];
    expect(names.map(termsOf)).toEqual([
      ...Array.from({ length: 4 }, () => "RIGHTS.md"),
      ["MIT"],
      ["CC-BY-4.0"],
      ["CC-BY-4.0"],
    ]);
    expect([whole.licenses, whole.rights]).toEqual([undefined, "RIGHTS.md"]);
  });
});

/** Citation File Format 1.2.0: what it requires, and what it allows of the fields used (its schema.json). */
const citation = z
  .object({
    "cff-version": z.literal("1.2.0"),
    message: z.string().min(1),
    type: z.enum(["dataset", "software"]),
    title: z.string().min(1),
    abstract: z.string().min(1),
    version: z.string().min(1),
    authors: z.array(z.object({ name: z.string().min(1) }).strict()).min(1),
    keywords: z.array(z.string().min(1)).min(1),
    identifiers: z.array(
      z
        .object({ type: z.enum(["doi", "url", "swh", "other"]), value: z.string().min(1), description: z.string() })
        .strict(),
    ),
  })
  .strict();

describe("CITATION.cff", () => {
  it("keeps the rules of the Citation File Format", () => {
    expect(citation.parse(parse(citationFile(real)))).toMatchObject({
      title: "OpenRemit: what it costs to send money home, as of 2026-11-19",
      version: "2026-11-19",
    });
  });
});

describe("the texts for portals and search engines", () => {
  it("name every file with its hash", () => {
    const hashes = facts.files.map(({ sha256 }) => sha256);
    const portal = JSON.parse(dcat(facts));
    const sumOf = z.object({ "spdx:checksum": z.object({ "spdx:checksumValue": z.object({ "@value": z.string() }) }) });
    const distributions = z.array(sumOf).parse(portal["dcat:distribution"]);
    expect(distributions.map((one) => one["spdx:checksum"]["spdx:checksumValue"]["@value"])).toEqual(hashes);
    const engine = JSON.parse(schemaOrg(facts));
    const downloads = z.array(z.object({ sha256: z.string() })).parse(engine.distribution);
    expect(downloads.map(({ sha256 }) => sha256)).toEqual(hashes);
    expect([portal["@type"], engine["@type"]]).toEqual(["dcat:Dataset", "Dataset"]);
  });

  it("name a licence of a file only where it holds for every row, and none of the whole", () => {
    const portal = JSON.parse(dcat(facts));
    const engine = JSON.parse(schemaOrg(facts));
    expect([portal["dct:license"], portal["dct:rights"]["@id"]]).toEqual([undefined, "RIGHTS.md"]);
    expect([engine.license, engine.usageInfo.url]).toEqual([undefined, "RIGHTS.md"]);
    const ofPortal = new Map(portal["dcat:distribution"].map((one: Record<string, unknown>) => [one["@id"], one]));
    expect(ofPortal.get("quotes.csv")).toMatchObject({ "dct:rights": { "@id": "RIGHTS.md" } });
    expect(ofPortal.get("quotes.csv")).not.toHaveProperty("dct:license");
    const ccBy = "https://creativecommons.org/licenses/by/4.0/";
    expect(ofPortal.get("survey-services.csv")).toMatchObject({ "dct:license": { "@id": ccBy } });
    const ofEngine = new Map(engine.distribution.map((one: Record<string, unknown>) => [one.contentUrl, one.license]));
    expect(ofEngine.get("rates.parquet")).toBeUndefined();
    expect(ofEngine.get("sdg-10-c-1.csv")).toBe(ccBy);
  });

  it("say in the title that prices are simulated, and only then", () => {
    for (const [made, expected] of [
      [facts, true],
      [real, false],
    ] as const) {
      const titles = [
        JSON.parse(dataPackage(made)).title,
        JSON.parse(dcat(made))["dct:title"]["@value"],
        JSON.parse(schemaOrg(made)).name,
        parse(citationFile(made)).title,
        JSON.parse(codebookJson(made)).title,
        codebookMarkdown(made),
        changelogMarkdown(made),
      ];
      for (const title of titles) expect(/SIMULATED/.test(title)).toBe(expected);
    }
  });
});

describe("the codebook", () => {
  it("tells every column of every dataset, for programs and for people", () => {
    const { tables } = JSON.parse(codebookJson(facts));
    const markdown = codebookMarkdown(facts);
    for (const [index, name] of datasetNames.entries()) {
      const columns = columnsOf(datasetContracts[name].row);
      expect(tables[index]).toMatchObject({ name, columns });
      for (const column of columns) expect(markdown).toContain(`| \`${column.name}\` | ${column.kind} |`);
    }
  });
});

describe("RIGHTS.md", () => {
  const text = rightsMarkdown(facts);

  it("has a line for each source whose figures are there, with its licence and words, also for one nobody knows", () => {
    expect(text).toMatch(/\| `bnr-rwanda` \| \[National Bank of Rwanda\]\(.*\) \| 2 \| CC-BY-4.0 \| Source: National/);
    expect(text).toMatch(/\| `ecb` \|.*\| 3 \| none stated \| Source: European Central Bank \|/);
    expect(text).toContain("| `long-gone` | long-gone | 1 | none stated |  |");
    expect(text).toMatch(/\| `world-bank-rpw` \|.*\| 10 \| CC-BY-4.0 \|/);
    expect(text).not.toContain("`remitly`");
  });

  it("has no line for a survey that was not imported", () => {
    const without = facts.files.map((file) => (file.name.startsWith("survey-") ? { ...file, rows: 0 } : file));
    expect(rightsMarkdown({ ...facts, files: without })).not.toContain("world-bank-rpw");
  });
});

describe("CHANGELOG.md", () => {
  const change = {
    dataset: "quotes",
    rows: 30,
    added: 2,
    revised: 25,
    withdrawn: 1,
    columnsAdded: ["charges"],
    columnsWithdrawn: [],
    examples: [{ change: "revised", key: '["a"]' }],
  } as const;

  it("counts, names columns that are new, and says how many rows it does not show", () => {
    const text = changelogMarkdown({ ...facts, previous: "simulated-2026-11-18", changes: [change] });
    expect(text).toContain("Since simulated-2026-11-18.");
    expect(text).toContain("| quotes | 30 | 2 | 25 | 1 |");
    expect(text).toContain("New columns, not compared: charges.");
    expect(text).toContain('- revised: `["a"]`\n- and 25 more');
  });

  it("says of the first release that everything is new", () => {
    expect(changelogMarkdown(facts)).toContain("This is the first release");
  });
});
