import { DomainError } from "../../domain/index.ts";
import type { Database } from "./database.ts";

/** Tables that are split by the month (UTC) of one of their columns. */
export type MonthlyTable = "quotes" | "run_coverages";

/** Any number; the same in every process, so that two of them do not make one partition at a time. */
const partitionLock = 7_036_411;

/**
 * Makes the partitions that rows at these instants need. Known ones cost nothing: no round trip.
 * Attaching, unlike creating in place, lets others write meanwhile.
 */
export async function createMonthPartitions(
  database: Database,
  table: MonthlyTable,
  instants: Iterable<string>,
): Promise<void> {
  const months = new Set<string>();
  for (const instant of instants) months.add(monthOf(instant));
  for (const month of [...months].sort()) {
    const name = `${table}_${month.replace("-", "_")}`;
    if (database.knownPartitions.has(name)) continue;
    await createPartition(database, table, name, month);
    database.knownPartitions.add(name);
  }
}

async function createPartition(database: Database, table: MonthlyTable, name: string, month: string): Promise<void> {
  const from = `${month}-01T00:00:00Z`;
  const until = nextMonth(from);
  await database.pool.query(`do $$ begin
    perform pg_advisory_xact_lock(${partitionLock});
    if to_regclass('${name}') is null then
      create table ${name} (like ${table} including defaults including constraints);
      alter table ${table} attach partition ${name} for values from ('${from}') to ('${until}');
    end if;
  end $$`);
}

/** Also what keeps anything but digits out of the statement above. */
function monthOf(instant: string): string {
  const month = /^\d{4}-\d{2}(?=-\d{2}T.*Z$)/.exec(instant)?.[0];
  if (month === undefined) throw new DomainError(`"${instant}" is not an instant in UTC`);
  return month;
}

function nextMonth(first: string): string {
  const next = new Date(first);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString();
}
