import { sql } from "kysely";
import type { Database } from "./database.ts";
import { storableText } from "./storable-text.ts";

/** A job whose payload cannot be worked on, however often it is tried. */
export interface RefusedPayload {
  readonly queue: string;
  readonly jobId: string;
  /** Whose payload it is, or who refused it where that cannot be read. */
  readonly source: string;
  readonly payload: unknown;
  readonly reason: string;
  readonly refusedAt: Date;
}

/** Keeps the payload and opens the issue `poisoned_payload` about the job; once per job, however often it is told. */
export async function recordRefusedPayload(database: Database, refused: RefusedPayload): Promise<void> {
  const { queue, jobId, source } = refused;
  const payload = storableText(JSON.stringify(refused.payload) ?? "null");
  const reason = storableText(refused.reason).slice(0, 2000);
  const at = refused.refusedAt.toISOString();
  await sql`
    with kept as (
      insert into refused_payloads (queue, job_id, source, payload, reason, refused_at)
      values (${queue}, ${jobId}, ${source}, ${payload}, ${reason}, ${at})
      on conflict do nothing returning job_id
    )
    insert into source_issues as i (source, code, subject, detail, count, first_seen_at, last_seen_at, last_covers)
    select ${source}, 'poisoned_payload', ${jobId}, ${reason}, 1, ${at}::timestamptz, ${at}::timestamptz, '{}'
    from kept
    on conflict (source, code, subject) where closed_at is null
      do update set count = i.count + 1, last_seen_at = excluded.last_seen_at, detail = excluded.detail
  `.execute(database.db);
}
