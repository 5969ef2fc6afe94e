import { randomUUID } from "node:crypto";
import { InputError } from "../../domain/index.ts";
import type { Database } from "../postgres/database.ts";

export interface QuarantineDecision {
  readonly runId: string;
  readonly decision: "accepted" | "rejected";
  readonly why: string;
  /** The key of whoever decided. */
  readonly keyId: string;
}

/**
 * Decides about a quarantined run, once. The recorder finds what was accepted within seconds; the decision stays.
 *
 * @throws InputError where nothing is kept of such a run, or somebody decided already.
 */
export async function decideQuarantined(database: Database, decided: QuarantineDecision, at: Date): Promise<void> {
  const { runId, decision, why, keyId } = decided;
  const { rowCount } = await database.pool.query(
    `insert into quarantine_decisions (run_id, decision, why, key_id, decided_at, recorded_run)
     select run_id, $2, $3, $4, $5, $6 from quarantined_runs where run_id = $1 and job is not null
     on conflict (run_id) do nothing`,
    [runId, decision, why, keyId, at, decision === "accepted" ? randomUUID() : null],
  );
  if (rowCount !== 1) throw new InputError("Nothing waits under this run: somebody decided, or it is too old.");
}
