import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { allAdapters, planVisit, type Visit } from "@openremit/collector";
import type { Catalog } from "@openremit/shared/catalog";
import type { RecordJob } from "@openremit/shared/contracts";
import { OpenRemitError } from "@openremit/shared/domain";
import { loadManifest } from "../../replay/load-manifest.ts";
import { corridorOfTask, type Manifest } from "../../replay/manifest.ts";
import { buildRecordedAnswer } from "../../replay/recorded-answer.ts";
import { runIdOf } from "../../run-id-of.ts";
import { quoteVisitJob, rateVisitJob } from "../../visit-job.ts";
import type { FoundSource } from "./find-source.ts";
import { type Finding, right, wrong } from "./finding.ts";

const metaEnd = ".meta.json";

/** Reads every recorded fixture of a folder as the visit it was, and holds it against what it is said to show. */
export async function findInFixtures(
  found: FoundSource,
  directory: string,
  catalog: Catalog,
): Promise<readonly Finding[]> {
  if (!existsSync(directory)) return [wrong(`no fixtures in ${directory}: collect with --record makes the first`)];
  const files = readdirSync(directory).sort();
  const findings: Finding[] = [
    right(`${files.filter((file) => !file.endsWith(metaEnd)).length} answers in ${directory}`),
  ];
  for (const file of files.filter((name) => name.endsWith(metaEnd))) {
    const manifest = await loadManifest(join(directory, file));
    findings.push(await judge(file, manifest, found, directory, catalog));
  }
  return findings;
}

async function judge(
  name: string,
  manifest: Manifest,
  found: FoundSource,
  directory: string,
  catalog: Catalog,
): Promise<Finding> {
  if (manifest.figures === "recorded") {
    return wrong(
      `${name}: holds the source's own text. Put words and figures of your own, then say "figures": "invented"`,
    );
  }
  const shows = manifest.shows ?? "ok";
  try {
    const shown = kindOf(await readFixture(manifest, found, directory, catalog));
    if (shown.includes(shows)) return right(`${name}: ${shows}`);
    return wrong(`${name}: said to show "${shows}", read as "${shown[0]}"`);
  } catch (error) {
    if (!(error instanceof OpenRemitError)) throw error;
    return shows === "alien" ? right(`${name}: refused (${error.message})`) : wrong(`${name}: ${error.message}`);
  }
}

function kindOf({ quotes, rates }: RecordJob): readonly NonNullable<Manifest["shows"]>[] {
  if (quotes.length + rates.length === 0) return ["empty"];
  return quotes.some(({ promotion }) => promotion !== null) ? ["ok", "promotion"] : ["ok"];
}

async function readFixture(
  { entries }: Manifest,
  found: FoundSource,
  directory: string,
  catalog: Catalog,
): Promise<RecordJob> {
  const answers = await Promise.all(
    entries.map(async (entry) => buildRecordedAnswer(entry, await readFile(join(directory, entry.file)))),
  );
  const startedAt = answers[0]?.fetchedAt ?? "";
  const at = new Date(answers.at(-1)?.fetchedAt ?? "");
  const task = entries[0]?.task;
  const job =
    found.about === "rates" || task === undefined
      ? rateVisitJob(found.config)
      : quoteVisitJob(found.config, corridorOfTask(task), task.amount);
  const visit: Visit = {
    runId: runIdOf(entries),
    startedAt,
    answers,
    precision: "second",
    simulated: true,
  };
  const known = { catalog, adapters: allAdapters, rateRows: [] };
  return planVisit(job, known, { now: at, everyDay: true }).read(visit, at);
}
