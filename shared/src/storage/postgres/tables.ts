import type { ColumnType, Generated } from "kysely";
import type { ApiKeyScope, RobotsFinding, Run } from "../../contracts/index.ts";
import type { VisitNote, VisitState } from "../../domain/index.ts";
import type { StoredVisit } from "../visits/stored-visit.ts";

/** A point in time: written as ISO 8601 text, read as a Date. */
type Instant = ColumnType<Date, string | Date, string | Date>;
type OptionalInstant = ColumnType<Date | null, string | Date | null, string | Date | null>;

interface MetaTable {
  key: string;
  value: string;
}

interface RunsTable {
  run_id: string;
  source: string;
  kind: Run["kind"];
  outcome: Run["outcome"];
  started_at: Instant;
  finished_at: Instant;
  fetched_at: OptionalInstant;
  error_code: string | null;
  error_message: string | null;
  adapter_version: string;
  robots: RobotsFinding["result"] | null;
  robots_read_at: OptionalInstant;
  simulated: boolean;
  quote_count: number;
  rate_count: number;
  issue_count: number;
  recorded_at: Generated<Date>;
}

interface SourceIssuesTable {
  issue_id: Generated<string>;
  source: string;
  code: string;
  subject: string;
  detail: string;
  /** Runs that raised it. */
  count: number;
  first_seen_at: Instant;
  last_seen_at: Instant;
  first_run_id: string | null;
  last_run_id: string | null;
  /** Coverage fields of the run that raised it last; only a success over the same ground closes it. */
  last_covers: string[];
  closed_at: OptionalInstant;
  closed_by_run_id: string | null;
}

interface SourcePausesTable {
  pause_id: Generated<string>;
  source: string;
  reason: string;
  paused_at: Instant;
  resumed_at: OptionalInstant;
}

interface MissingKeysTable {
  source: string;
  variable: string;
  since: Instant;
}

interface SnapshotsTable {
  sha256: string;
  /** Brotli. */
  body: Buffer;
  /** Bytes before compression. */
  size: number;
  content_type: string | null;
  first_fetched_at: Instant;
}

interface RefusedPayloadsTable {
  queue: string;
  job_id: string;
  source: string;
  /** As JSON text. */
  payload: string;
  reason: string;
  refused_at: Instant;
}

interface CorrectionsTable {
  correction_id: Generated<string>;
  published_at: Instant;
  corridor_key: string;
  provider: string;
  quote_id: string | null;
  what: string;
  why: string;
}

interface ApiKeysTable {
  key_id: string;
  holder: string;
  label: string;
  scopes: ApiKeyScope[];
  secret_hash: Buffer;
  created_at: Instant;
  expires_at: OptionalInstant;
  revoked_at: OptionalInstant;
  /** As text: a day has no time zone. */
  last_used_on: string | null;
}

interface VisitsTable {
  visit_id: string;
  identity: string;
  corridor_key: string;
  provider: string;
  amount: string;
  visited_at: Instant;
  state: VisitState;
  accepted_entry: string | null;
  published_run: string | null;
  to_withdraw: Generated<boolean>;
  created_at: Instant;
}

interface VisitEntriesTable {
  entry_number: Generated<string>;
  entry_id: string;
  visit_id: string;
  content_hash: string;
  key_id: string;
  holder: string;
  enterer: string;
  label: string;
  entry: ColumnType<StoredVisit, string, never>;
  notes: VisitNote[];
  entered_at: Instant;
}

interface VisitDecisionsTable {
  decision_id: Generated<string>;
  visit_id: string;
  state: "accepted" | "refused";
  entry_id: string | null;
  why: string;
  decided_at: Instant;
}

/** Tables that are reached through the query builder. The record itself is written and read by statements of its own. */
export interface Tables {
  meta: MetaTable;
  runs: RunsTable;
  source_issues: SourceIssuesTable;
  source_pauses: SourcePausesTable;
  missing_keys: MissingKeysTable;
  snapshots: SnapshotsTable;
  refused_payloads: RefusedPayloadsTable;
  corrections: CorrectionsTable;
  api_keys: ApiKeysTable;
  visits: VisitsTable;
  visit_entries: VisitEntriesTable;
  visit_decisions: VisitDecisionsTable;
}
