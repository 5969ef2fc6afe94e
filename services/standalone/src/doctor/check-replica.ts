import { openDatabase } from "@openremit/shared/storage";
import { type Finding, good, wrong } from "./finding.ts";
import type { DoctorGround } from "./ground.ts";

const what = "PostgreSQL, replica";

/** The server that API and site read the past from, where one is named. They do without while it is away. */
export async function checkReplica({ env }: DoctorGround): Promise<readonly Finding[]> {
  const url = env.DATABASE_READ_URL;
  if (url === undefined) return [];
  const database = openDatabase(url, { poolSize: 1, applicationName: "openremit doctor" });
  try {
    const { rows } = await database.pool.query<{ follows: boolean }>("select pg_is_in_recovery() as follows");
    if (rows[0]?.follows) return [good(what, "follows its primary")];
    const fix = "Name a streaming replica of DATABASE_URL in DATABASE_READ_URL, or leave it out.";
    return [wrong(what, "this server follows no other: it is not read from.", fix)];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [wrong(what, `cannot be reached: ${why}`, "Start it, or correct DATABASE_READ_URL.")];
  } finally {
    await database.close();
  }
}
