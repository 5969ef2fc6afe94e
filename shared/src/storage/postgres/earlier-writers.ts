import type { Database } from "./database.ts";

const lookEveryMs = 200;

/**
 * Waits until every transaction that began before a moment has ended. What it writes counts as recorded when it began,
 * so that until then the record of that moment is not whole.
 *
 * @throws Error with code ETIMEDOUT where one takes longer than `patienceMs`.
 */
export async function waitForEarlierWriters({ pool }: Database, before: Date, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const { rows } = await pool.query(
      `select from pg_stat_activity
       where datname = current_database() and backend_xid is not null and xact_start < $1 limit 1`,
      [before.toISOString()],
    );
    if (rows.length === 0) return;
    if (performance.now() > deadline) {
      const message = `something that began before ${before.toISOString()} is still being recorded`;
      throw Object.assign(new Error(message), { code: "ETIMEDOUT" });
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
