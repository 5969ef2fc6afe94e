import { sql } from "kysely";
import { silentIssue } from "../../contracts/index.ts";
import type { Database } from "./database.ts";

/** A source that has said nothing new for too long. */
export interface Silence {
  readonly source: string;
  readonly detail: string;
}

interface Settlement {
  readonly silent: readonly Silence[];
  /** Of whom nothing can be said: what stands open of them stays. */
  readonly unknown: readonly string[];
  readonly at: Date;
}

/** Covered by no visit, so that no visit closes the issue: a source may answer and say nothing new. */
const ground = ["audit"];

/**
 * Makes the open issues `silent` equal to what an audit found, both ways: one for each silent source, opened once, and
 * none for any other. The same audit twice changes nothing.
 *
 * @returns the sources whose issue was opened, and those whose issue was closed.
 */
export async function settleSilences(
  database: Database,
  { silent, unknown, at }: Settlement,
): Promise<{ readonly opened: readonly string[]; readonly closed: readonly string[] }> {
  const sources = silent.map(({ source }) => source);
  const details = silent.map(({ detail }) => detail);
  const instant = at.toISOString();
  const { rows } = await sql<{ source: string; change: string }>`
    with found as (
      select * from unnest(${sources}::text[], ${details}::text[]) as t (source, detail) order by 1
    ),
    opened as (
      insert into source_issues as i (source, code, subject, detail, count, first_seen_at, last_seen_at, last_covers)
      select source, ${silentIssue}, 'freshness', detail, 1, ${instant}::timestamptz, ${instant}::timestamptz, ${ground}::text[]
      from found
      on conflict (source, code, subject) where closed_at is null
        do update set last_seen_at = greatest(i.last_seen_at, excluded.last_seen_at), detail = excluded.detail
      returning source, (xmax = 0) as is_new
    ),
    closed as (
      update source_issues set closed_at = ${instant}::timestamptz
      where code = ${silentIssue} and closed_at is null
        and source <> all(${sources}::text[]) and source <> all(${[...unknown]}::text[])
      returning source
    )
    select source, 'opened' as change from opened where is_new
    union all select source, 'closed' from closed
    order by source
  `.execute(database.db);
  const changed = (change: string) => rows.filter((row) => row.change === change).map(({ source }) => source);
  return { opened: changed("opened"), closed: changed("closed") };
}
