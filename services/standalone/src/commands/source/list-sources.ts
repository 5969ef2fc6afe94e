import { buildSourcesAnswer } from "@openremit/shared/comparison";
import type { SourceStateView } from "@openremit/shared/contracts";
import { type Database, readSourceStates } from "@openremit/shared/storage";
import type { SourceTool } from "./source-tool.ts";
import { textTable } from "./text-table.ts";

const heads = ["source", "kind", "state", "enabled", "verified", "robots.txt", "last visit", ""];
const widths = [null, null, null, null, null, null, null, 60];

/** `list`: every source and how it is doing, in the words of /v1/sources. Without a database: what config says alone. */
export async function listSources(
  { catalog, mode, clock, terminal }: SourceTool,
  database: Database | null,
): Promise<void> {
  const { sources } = buildSourcesAnswer({
    catalog,
    books: [],
    rates: catalog.rateKnowledge([]),
    states: database === null ? null : await readSourceStates(database),
    now: clock.now(),
    simulated: mode === "simulated",
    warnings: [],
  });
  if (database === null) terminal.say("From config alone: nothing is known of visits, pauses and keys.");
  terminal.say(
    textTable(
      heads,
      sources.map((source) => rowOf(source, database !== null)),
      widths,
    ),
  );
  const count = (state: SourceStateView["state"]) => sources.filter((source) => source.state === state).length;
  const paused = count("paused");
  terminal.say(
    `${sources.length} sources, ${sources.filter(({ enabled }) => enabled).length} enabled, ${paused} paused`,
  );
}

/** @param isKnown whether anything is known of its visits */
function rowOf(source: SourceStateView, isKnown: boolean): string[] {
  const { key, kind, state, enabled, verified, robots, lastRun, words } = source;
  const isUnsaid = !isKnown && state === "never_run";
  return [
    key,
    kind ?? "rates",
    isUnsaid ? "" : state,
    enabled ? "yes" : "no",
    `${verified.how} ${verified.on}`,
    robots === null ? "" : `${robots.result}${robots.readAt === null ? "" : ` ${robots.readAt.slice(0, 10)}`}`,
    lastRun === null ? "" : `${lastRun.outcome} ${lastRun.finishedAt.slice(0, 16)}Z`,
    isUnsaid ? "" : words,
  ];
}
