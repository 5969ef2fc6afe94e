import { createRecorder } from "@openremit/recorder";
import { createLogger, createMetrics, systemClock } from "@openremit/shared/runtime";

/** A recorder as a process of its own, to be killed: `recorder-process.ts <databaseUrl> <redisUrl> <prefix>`. */
const [databaseUrl = "", redisUrl = "", prefix = ""] = process.argv.slice(2);
await createRecorder({
  mode: "simulated",
  databaseUrl,
  redisUrl,
  prefix,
  logger: createLogger("recorder", { level: "silent" }),
  clock: systemClock,
  metrics: createMetrics(),
  stalledAfterMs: 1_000,
}).start();
process.stdout.write("recording\n");
