import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openRecordView } from "@openremit/shared/storage";
import { openStorageScene, type StorageScene } from "../support/storage-scene.ts";
import { until } from "../support/until.ts";

let scene: StorageScene;
beforeAll(async () => {
  scene = await openStorageScene();
});
afterAll(() => scene.close());

const limits = { statementTimeoutMs: 200, streamTimeoutMs: 60_000 };
const numbers = (count: number) => ({ text: "select n from generate_series(1, $1::integer) n", values: [count] });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("a view of the record", () => {
  it("streams for longer than one statement may take, where each batch comes in time", async () => {
    const view = await openRecordView(scene.database, limits);
    let rows = 0;
    for await (const batch of view.stream(numbers(500))) {
      rows += batch.length;
      await pause(50);
    }
    await view.finish();
    expect(rows).toBe(500);
  });

  it("gives up a batch that does not come, and frees the server", async () => {
    const view = await openRecordView(scene.database, limits);
    const slow = { text: "select pg_sleep(30)::text, n from generate_series(1, 2) n", values: [] };
    await expect(view.stream(slow).next()).rejects.toMatchObject({ code: "ETIMEDOUT" });
    await view.abandon();
    await until(async () => {
      const { rows } = await scene.database.pool.query(
        "select 1 from pg_stat_activity where query like '%pg_sleep(30)%' and state = 'active' and pid <> pg_backend_pid()",
      );
      return rows.length === 0;
    });
  });

  it("gives up a statement of its own", async () => {
    const view = await openRecordView(scene.database, limits);
    await expect(view.pool.query({ text: "select pg_sleep(30)" })).rejects.toThrow(/statement timeout/);
    await view.abandon();
  });

  it("refuses to write, and gives its connection back once, however it ends", async () => {
    const { pool } = scene.database;
    for (const end of ["finish", "abandon"] as const) {
      const view = await openRecordView(scene.database, limits);
      await expect(view.pool.query({ text: "insert into meta values ('a', 'b')" })).rejects.toThrow(/read-only/);
      await Promise.all([view[end](), view.abandon(), view.finish()]);
      await until(() => pool.totalCount === pool.idleCount);
    }
    const view = await openRecordView(scene.database, limits);
    const rows = view.stream(numbers(10_000));
    await rows.next();
    await rows.return(undefined);
    await view.abandon();
    await until(() => pool.totalCount === pool.idleCount);
  });
});
