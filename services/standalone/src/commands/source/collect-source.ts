import { readLastSaid } from "@openremit/collector";
import { recordRunJob } from "@openremit/recorder";
import { ConfigError, parseRateRows, SourceRefusedError } from "@openremit/shared/domain";
import { pauseSource, readPauses, type Stores, saveSnapshot } from "@openremit/shared/storage";
import type { WrittenManifest } from "../../replay/manifest.ts";
import { findQuestion, type TypedQuestion } from "./find-question.ts";
import type { FoundSource } from "./find-source.ts";
import { openHttp } from "./open-http.ts";
import { openSandbox } from "./open-sandbox.ts";
import { recordFixture } from "./record-fixture.ts";
import { showVisit } from "./show-visit.ts";
import type { SourceTool } from "./source-tool.ts";
import { visitSource } from "./visit-source.ts";

export interface CollectWishes extends TypedQuestion {
  readonly dryRun: boolean;
  /** The folder a fixture goes into; null: none is wanted. */
  readonly record: string | null;
  readonly shows: NonNullable<WrittenManifest["shows"]>;
  readonly force: boolean;
}

/**
 * `collect`: asks a source once and shows everything. A person may try a source that is not enabled; robots.txt, limits
 * and a pause hold all the same. `stores` null: nothing is opened, read or stored. Returns whether all went well.
 */
export async function collectSource(
  found: FoundSource,
  wishes: CollectWishes,
  tool: SourceTool,
  stores: Stores | null,
): Promise<boolean> {
  const { catalog, clock, env, mode, terminal } = tool;
  const { key, status, statusDecision } = found.config;
  if (status === "closed") {
    throw new ConfigError(
      `${key} is closed since ${statusDecision?.since}: ${statusDecision?.reason}. It is not asked.`,
    );
  }
  const { job, corridor, amount } = findQuestion(catalog, found, wishes);
  if (stores !== null) await assertNotPaused(key, stores);
  const isStored = stores !== null && !wishes.dryRun;
  const rateRows = stores === null ? [] : parseRateRows(await stores.latest.readRates());
  const sandbox = mode === "simulated" ? await openSandbox(tool) : null;
  try {
    const report = await visitSource({
      job,
      catalog,
      rateRows,
      lastSaid: stores === null ? [] : await readLastSaid(stores.latest, job),
      mode,
      clock,
      openHttp: (keep) =>
        openHttp(tool, {
          sandboxUrl: sandbox?.url,
          stores,
          keep: async (answer) => {
            await keep(answer);
            if (isStored) await saveSnapshot(stores.database, answer);
          },
        }),
      record: async (run) => {
        if (isStored) await recordRunJob(run, stores);
      },
    });
    const where = corridor === null ? "" : `, ${corridor.id} in ${corridor.receiveCurrency} at ${amount}`;
    terminal.say(`${found.config.name} (${mode === "simulated" ? "sandbox" : "real"})${where}`);
    for (const line of showVisit(report)) terminal.say(line);
    if (report.inspection !== null && rateRows.length === 0) {
      terminal.say("No reference rate is at hand here, so no price was held against one.");
    }
    if (isStored && report.failure instanceof SourceRefusedError) {
      await pauseSource(stores.database, key, report.failure.message, clock.now());
      terminal.say(`${key} is paused: npm run source -- resume ${key} ends the pause.`);
    }
    terminal.say(isStored ? "Recorded." : "Dry run: nothing is stored.");
    if (wishes.record !== null) {
      const simulated = mode === "simulated";
      const tokens = [...report.tokens, ...env.sourceKeys.values()];
      const visited = { source: key, corridor, amount, simulated, tokens, answers: report.answers };
      const paths = await recordFixture({ ...wishes, ...visited, directory: wishes.record });
      for (const path of paths) terminal.say(`Saved ${path}`);
      if (!simulated) terminal.say("These are the source's own words and figures: put your own in their place.");
    }
    return report.failure === null;
  } finally {
    await sandbox?.stop();
  }
}

async function assertNotPaused(source: string, { database }: Stores): Promise<void> {
  const pause = (await readPauses(database)).get(source);
  if (pause === undefined) return;
  throw new ConfigError(
    `${source} is paused since ${pause.pausedAt}: ${pause.reason}. npm run source -- resume ${source} ends the pause.`,
  );
}
