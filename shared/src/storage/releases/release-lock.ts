import type { Database } from "../postgres/database.ts";

/** Any number; the same in every process. */
const releaseLock = 7_036_412;

/**
 * Does something while nobody else on this database makes a release. Whoever dies meanwhile gives the lock up with its
 * connection.
 */
export async function withReleaseLock<Result>(
  { pool }: Pick<Database, "pool">,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [releaseLock]);
    const result = await work();
    await client.query("select pg_advisory_unlock($1)", [releaseLock]);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
