import type { RobotsFinding, Run } from "../../contracts/index.ts";
import type { Database } from "./database.ts";
import { readMissingKeys } from "./missing-keys.ts";
import { type OpenIssue, readOpenIssues } from "./open-issues.ts";
import { readPauses, type SourcePause } from "./source-pauses.ts";
import { buildStatement, runStatement } from "./statement.ts";

/** What is known of a source from its runs. */
export interface SourceState {
  readonly source: string;
  /** null: never visited. */
  readonly lastRun: LastRun | null;
  /** When its first visit began, whatever came of it; null: never visited. */
  readonly firstRunAt: string | null;
  /** When its last visit that was stored or empty began; null when none ever succeeded. */
  readonly lastSuccessAt: string | null;
  readonly openIssues: readonly OpenIssue[];
  readonly pause: SourcePause | null;
  /** The key that the collector lacks for it; null: it lacks none. */
  readonly missingKey: { readonly variable: string; readonly since: string } | null;
}

export interface LastRun
  extends Pick<Run, "runId" | "outcome" | "startedAt" | "finishedAt" | "errorCode" | "errorMessage"> {
  readonly quotes: number;
  readonly rates: number;
  /** null: nobody noted it. */
  readonly robots: RobotsFinding | null;
}

/** Walks from source to source along the index instead of reading every run. A correction by people is no visit. */
const statement = buildStatement(
  "read-source-states",
  `
with recursive visited as (
  (select source from runs order by source limit 1)
  union all
  select (select r.source from runs r where r.source > v.source order by r.source limit 1)
  from visited v where v.source is not null
)
select v.source,
  (select row_to_json(l) from (
    select run_id, outcome, started_at, finished_at, error_code, error_message, quote_count, rate_count,
      robots, robots_read_at
    from runs where source = v.source and adapter_version <> 'correction' order by started_at desc limit 1
  ) l) as last,
  (select started_at from runs where source = v.source and outcome in ('stored', 'empty') and adapter_version <> 'correction'
    order by started_at desc limit 1) as last_success_at,
  (select started_at from runs where source = v.source and adapter_version <> 'correction'
    order by started_at limit 1) as first_run_at
from visited v where v.source is not null
`,
);

interface Row extends Record<string, unknown> {
  readonly source: string;
  readonly last: {
    run_id: string;
    outcome: Run["outcome"];
    started_at: string;
    finished_at: string;
    error_code: string | null;
    error_message: string | null;
    quote_count: number;
    rate_count: number;
    robots: RobotsFinding["result"] | null;
    robots_read_at: string | null;
  };
  readonly last_success_at: Date | null;
  readonly first_run_at: Date | null;
}

/** The state of every source that was ever visited, paused, complained about or found without its key, by source. */
export async function readSourceStates(database: Database): Promise<Map<string, SourceState>> {
  const [rows, issues, pauses, missingKeys] = await Promise.all([
    runStatement<Row>(database.pool, statement, {}),
    readOpenIssues(database),
    readPauses(database),
    readMissingKeys(database),
  ]);
  const visited = new Map(rows.map((row) => [row.source, row]));
  const complained = issues.map((issue) => issue.source);
  const sources = new Set([...visited.keys(), ...pauses.keys(), ...missingKeys.keys(), ...complained]);
  const states = [...sources].sort().map((source): SourceState => {
    const row = visited.get(source);
    return {
      source,
      lastRun: row === undefined ? null : lastRunOf(row.last),
      firstRunAt: row?.first_run_at?.toISOString() ?? null,
      lastSuccessAt: row?.last_success_at?.toISOString() ?? null,
      openIssues: issues.filter((issue) => issue.source === source),
      pause: pauses.get(source) ?? null,
      missingKey: missingKeys.get(source) ?? null,
    };
  });
  return new Map(states.map((state) => [state.source, state]));
}

function lastRunOf(last: Row["last"]): LastRun {
  return {
    runId: last.run_id,
    outcome: last.outcome,
    startedAt: new Date(last.started_at).toISOString(),
    finishedAt: new Date(last.finished_at).toISOString(),
    errorCode: last.error_code,
    errorMessage: last.error_message,
    quotes: last.quote_count,
    rates: last.rate_count,
    robots: last.robots === null ? null : { result: last.robots, readAt: instantOf(last.robots_read_at) },
  };
}

function instantOf(stored: string | null): string | null {
  return stored === null ? null : new Date(stored).toISOString();
}
