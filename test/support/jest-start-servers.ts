import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openServers } from "@openremit/standalone/embedded";

/** Starts one Redis and one PostgreSQL for the whole test run, with the resolver that `npm start` uses. */
export default async function startServers(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "openremit-test-"));
  await chmod(directory, 0o711);
  const servers = await openServers({
    directory,
    programHome: join(process.cwd(), ".data", "redis-server"),
    searchPath: process.env.PATH ?? "",
    redisUrl: process.env.REDIS_URL,
    databaseUrl: process.env.DATABASE_URL,
    durable: false,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  process.env.TEST_REDIS_URL = servers.redisUrl;
  process.env.TEST_DATABASE_URL = servers.databaseUrl;
  Object.assign(globalThis, { openremitTestServers: { servers, directory } });
}
