import { describe, expect, it } from "@jest/globals";
import { openDatabase } from "@openremit/shared/storage";
import { createProbe } from "../../../shared/src/comparison/probe.ts";

describe("whether PostgreSQL answers", () => {
  it("is asked once, however many want to know within a second", async () => {
    const database = openDatabase("postgresql://127.0.0.1:1/none");
    let asked = 0;
    const { pool } = database;
    const query = pool.query.bind(pool);
    Object.assign(pool, {
      query: (text: string) => {
        asked += 1;
        return query(text);
      },
    });
    const isUp = createProbe(database);
    expect(await Promise.all(Array.from({ length: 50 }, isUp))).toEqual(Array.from({ length: 50 }, () => false));
    expect(asked).toBe(1);
    await database.close();
  });
});
