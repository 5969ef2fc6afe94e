import { startMain } from "./main-process.ts";
import { startOwnPostgres, startOwnRedis } from "./own-servers.ts";

/** Starts what `npm run load` and `npm run faults -- rolling` start, says so, and waits to be ended in the middle. */
const redis = await startOwnRedis();
const postgres = await startOwnPostgres();
const env = { REDIS_URL: redis.url, DATABASE_URL: postgres.url };
await startMain({ program: "workers/recorder/src/main.ts", sign: '"recording"', env });
process.stdout.write("started\n");
await new Promise(() => setInterval(() => undefined, 60_000));
