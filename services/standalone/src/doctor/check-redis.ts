import {
  auditQueueName,
  closeQueueConnection,
  createQueue,
  defaultQueuePrefix,
  openQueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import { openRedis, type RedisClient } from "@openremit/shared/redis";
import { inTime, parseRedisAddresses } from "@openremit/shared/runtime";
import { checkRedisServer, topology } from "./check-redis-server.ts";
import { doubtful, type Finding, good, wrong } from "./finding.ts";
import type { DoctorGround } from "./ground.ts";

const patienceMs = 4_000;
/** Longer, and nobody records. */
const longestWaitMs = 120_000;

export async function checkRedis(ground: DoctorGround): Promise<readonly Finding[]> {
  const { redisUrl } = ground;
  if (redisUrl === null) return [good("Redis", "none is named: npm start runs its own")];
  const addresses = parseRedisAddresses(redisUrl);
  const isOneOfMany = addresses.length > 1;
  const servers = await Promise.all(
    addresses.map(({ href, host }) =>
      checkRedisServer(href, ground, { name: isOneOfMany ? `Redis ${host}` : "Redis", isOneOfMany }),
    ),
  );
  const findings = servers.flatMap((server) => server.findings);
  if (!servers.some(({ answers }) => answers) || findings.some(({ what }) => what === topology)) return findings;
  const isKept = servers.every((server) => server.isKept || !server.answers);
  return [...findings, ...(await checkContent(redisUrl, isKept, ground))];
}

/** What is in it: asked of all nodes together, as one alone holds a part. */
async function checkContent(redisUrl: string, isKept: boolean, ground: DoctorGround): Promise<readonly Finding[]> {
  const redis = openRedis(redisUrl, { retryStrategy: () => null, maxRetriesPerRequest: 0, connectTimeout: 3_000 });
  redis.on("error", () => undefined);
  try {
    const mode = await inTime(patienceMs, checkMode(redis, ground), "Redis");
    // BullMQ itself shouts about a Redis that forgets.
    return [...mode, ...(isKept ? await checkQueue(redisUrl, ground) : [])];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [wrong("Redis", `does not answer: ${why}`, "Look at its log; a cluster needs all its masters.")];
  } finally {
    redis.disconnect();
  }
}

async function checkMode(redis: RedisClient, { mode }: DoctorGround): Promise<Finding[]> {
  const stored = await redis.get(`${defaultQueuePrefix}:mode`);
  if (stored === null || stored === mode) return [];
  return [
    wrong(
      "Redis",
      `it holds ${stored} prices, and this is ${mode} mode.`,
      `Give REDIS_URL a Redis of its own, or use ${stored === "real" ? "OPENREMIT_MODE=real" : "OPENREMIT_MODE=simulated"}.`,
    ),
  ];
}

async function checkQueue(redisUrl: string, { now }: DoctorGround): Promise<Finding[]> {
  const connection = openQueueConnection(redisUrl, "openremit doctor", () => undefined);
  const queue = createQueue(recordQueueName, connection, defaultQueuePrefix, () => undefined);
  const audits = createQueue(auditQueueName, connection, defaultQueuePrefix, () => undefined);
  try {
    const [counts, [first], workers, publishers] = await inTime(
      patienceMs,
      Promise.all([
        queue.getJobCounts("waiting", "active", "failed"),
        queue.getWaiting(0, 0),
        queue.getWorkersCount(),
        audits.getWorkersCount(),
      ]),
      "the queue",
    );
    const waited = first === undefined ? 0 : now().getTime() - first.timestamp;
    const seconds = Math.round(waited / 1_000);
    const findings: Finding[] = [];
    if (waited > longestWaitMs) {
      const fix =
        workers === 0
          ? "Start a recorder: none listens (npm run start:recorder)."
          : "Start more recorders, and read their log.";
      findings.push(wrong("queue", `${counts.waiting} runs wait to be recorded, one for ${seconds} s.`, fix));
    }
    if ((counts.failed ?? 0) > 0)
      findings.push(
        doubtful(
          "queue",
          `${counts.failed} jobs could not be recorded.`,
          "See the table refused_payloads, and the recorder's log.",
        ),
      );
    // Before the first start nobody listens at all.
    if (workers > 0 && publishers === 0)
      findings.push(
        doubtful("publisher", "none listens: no releases, and nobody looks who is silent.", "npm run start:publisher"),
      );
    return findings.length > 0
      ? findings
      : [good("queue", `${counts.waiting ?? 0} runs wait, ${workers} recorders listen`)];
  } finally {
    await Promise.all([queue.close(), audits.close()]);
    await closeQueueConnection(connection);
  }
}
