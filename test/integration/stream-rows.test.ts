import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openDatabase } from "@openremit/shared/storage";
import { streamRows } from "../../shared/src/storage/postgres/stream-rows.ts";
import { type OwnServer, startOwnPostgres } from "../support/own-servers.ts";

let postgres: OwnServer;
beforeAll(async () => {
  postgres = await startOwnPostgres();
});
afterAll(() => postgres.close());

describe("rows as they are taken", () => {
  it("fail for whoever takes them, and nowhere else, where the connection is cut while a slow reader has the last ones", async () => {
    const database = openDatabase(postgres.url, { poolSize: 2, applicationName: "slow reader" });
    const client = await database.pool.connect();
    client.on("error", () => undefined);
    const { rows: mine } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const query = { text: "select i::text from generate_series(1, 1000) i", values: [] };
    let batches = 0;
    const taking = (async () => {
      for await (const rows of streamRows(client, query, 5_000)) {
        expect(rows).toHaveLength(50);
        batches += 1;
        if (batches === 1) await database.pool.query("select pg_terminate_backend($1)", [mine[0]?.pid]);
        await delay(100);
      }
    })();

    await expect(taking).rejects.toThrow("terminating connection");
    expect(batches).toBe(2);
    client.release(true);
    await database.close();
  });
});
