import { expect, it } from "@jest/globals";
import { Redis } from "ioredis";
import pg from "pg";
import { freshDatabaseUrl, freshRedis } from "../support/servers.ts";

it("gives a PostgreSQL with exact decimals and a database per test", async () => {
  const client = new pg.Client({ connectionString: await freshDatabaseUrl() });
  await client.connect();
  const answer = await client.query(
    "select 1234567890123456789.123456789012345678::numeric as figure, version() as version",
  );
  await client.end();
  expect(answer.rows[0]).toEqual({
    figure: "1234567890123456789.123456789012345678",
    version: expect.stringMatching(/^PostgreSQL (1[5-9]|[2-9]\d)/),
  });
});

it("gives a Redis that never evicts", async () => {
  const { url, prefix } = freshRedis();
  const redis = new Redis(url);
  await redis.set(`${prefix}greeting`, "salam");
  expect(await redis.get(`${prefix}greeting`)).toBe("salam");
  expect(await redis.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "noeviction"]);
  redis.disconnect();
});
