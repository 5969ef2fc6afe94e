import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openServers, type Servers } from "@openremit/standalone/embedded";

/** Measures on a Redis and a PostgreSQL of its own, which writes to its disk before it says yes. Nothing is left behind. */
export async function withServers<Result>(
  measure: (urls: Pick<Servers, "redisUrl" | "databaseUrl">) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), "openremit-bench-"));
  try {
    await chmod(directory, 0o711);
    const servers = await openServers({
      directory,
      programHome: join(process.cwd(), ".data", "redis-server"),
      searchPath: process.env.PATH ?? "",
      redisUrl: undefined,
      databaseUrl: undefined,
      durable: true,
      say: (line) => process.stderr.write(`${line}\n`),
    });
    try {
      return await Promise.race([measure(servers), interrupted()]);
    } finally {
      await servers.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Fails on Ctrl-C, so that no server and no folder is left behind. */
function interrupted(): Promise<never> {
  return new Promise((_resolve, reject) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => reject(new Error(`stopped by ${signal}`)));
  });
}
