import { type Kysely, sql } from "kysely";

/** Why a report was confirmed or rejected, and the quote's revision that a correction made. */
const statements = `
create table report_decisions (
  decision_id bigint generated always as identity primary key,
  report_id uuid not null references reports,
  status text not null check (status in ('confirmed', 'rejected')),
  why text not null,
  corrected_revision integer,
  decided_at timestamptz not null
);
create index decisions_of_report on report_decisions (report_id);
create trigger report_decisions_append_only before update or delete on report_decisions
  for each row execute function refuse_change();
create trigger report_decisions_no_truncate before truncate on report_decisions
  for each statement execute function refuse_change();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}
