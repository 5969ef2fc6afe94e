import { allAdapters, planTasks } from "@openremit/collector";
import { buildSourcesAnswer } from "@openremit/shared/comparison";
import { type Database, readSourceStates } from "@openremit/shared/storage";
import { doubtful, type Finding, good, wrong } from "./finding.ts";
import type { DoctorGround } from "./ground.ts";

/** How the sources that are asked are doing, in one line each kind of trouble. */
export async function checkData(
  database: Database,
  ground: Pick<DoctorGround, "catalog" | "mode" | "sourceKeys" | "now">,
): Promise<readonly Finding[]> {
  const { catalog, mode, sourceKeys, now } = ground;
  if (catalog === null) return [];
  const asked = new Set(planTasks(catalog, allAdapters, mode, sourceKeys).map(({ job }) => job.source));
  if (asked.size === 0)
    return [
      doubtful(
        "sources",
        "none is enabled: nothing is collected.",
        'Set "enabled": true in config/sources, after npm run source -- check <key> --real.',
      ),
    ];
  const { sources } = buildSourcesAnswer({
    catalog,
    books: [],
    rates: catalog.rateKnowledge([]),
    states: await readSourceStates(database),
    now: now(),
    simulated: mode === "simulated",
    warnings: [],
  });
  const states = sources.filter(({ key }) => asked.has(key));
  const findings: Finding[] = [];
  const say = (make: typeof wrong, keys: readonly string[], words: string, fix: string) => {
    if (keys.length === 0) return;
    const some = keys.slice(0, 5).join(", ");
    findings.push(make("sources", `${keys.length} ${words}: ${some}${keys.length > 5 ? ", …" : ""}`, fix));
  };
  const keysWhere = (holds: (state: (typeof states)[number]) => boolean) => states.filter(holds).map(({ key }) => key);
  const paused = keysWhere((state) => state.paused !== null);
  const late = keysWhere((state) => state.paused === null && (state.missedRuns ?? 0) >= 3);
  const never = keysWhere((state) => state.paused === null && state.lastRun === null);
  const failed = keysWhere(
    (state) => state.lastRun?.outcome === "failed" && !late.includes(state.key) && state.paused === null,
  );
  const real = mode === "real" ? " --real" : "";
  const list = `npm run source -- list${real}`;
  say(doubtful, paused, "refused us and wait for a person", `npm run source -- paused${real}`);
  const isNobodyCollecting = late.length + never.length > states.length / 2;
  if (isNobodyCollecting)
    say(
      wrong,
      [...late, ...never],
      "were not visited when they were due",
      "Is a collector running? npm run start:collector, and its log.",
    );
  else {
    say(doubtful, late, "were not visited three times in a row", list);
    say(doubtful, never, "were never visited", list);
  }
  say(doubtful, failed, "failed at their last visit", list);
  return findings.length > 0
    ? findings
    : [good("sources", `${states.length} are asked, and answered when they were due`)];
}
