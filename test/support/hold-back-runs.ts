import pg from "pg";

/** Lets nobody write a run before it is opened. */
export async function holdBackRuns(databaseUrl: string) {
  const connect = async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on("error", () => undefined);
    await client.connect();
    return client;
  };
  // Two: within a transaction the list of who waits stays as it was first read.
  const [holder, watcher] = [await connect(), await connect()];
  await holder.query("begin; lock table runs in exclusive mode");
  return {
    /** How many wait at this moment. */
    async waiting(): Promise<number> {
      const { rowCount } = await watcher.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return rowCount ?? 0;
    },
    async open(): Promise<void> {
      await holder.query("commit");
      await holder.end();
      await watcher.end();
    },
  };
}
