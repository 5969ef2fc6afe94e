import { randomBytes } from "node:crypto";
import pg from "pg";

/** An empty database of its own on the test run's PostgreSQL, so that test files never see each other. */
export function freshDatabaseUrl(): Promise<string> {
  return createDatabase(required("TEST_DATABASE_URL"));
}

/** An empty database on the server of this one. */
export async function createDatabase(admin: string): Promise<string> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}

/** The test run's Redis and a key prefix that nobody else uses. */
export function freshRedis(): { url: string; prefix: string } {
  return { url: required("TEST_REDIS_URL"), prefix: `{test-${randomBytes(6).toString("hex")}}:` };
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: this test belongs to the project "real"`);
  return value;
}
