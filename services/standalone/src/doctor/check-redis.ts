import {
  closeQueueConnection,
  createQueue,
  defaultQueuePrefix,
  openQueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import { inTime } from "@openremit/shared/runtime";
import { Redis } from "ioredis";
import { clockFinding } from "./clock-finding.ts";
import { doubtful, type Finding, good, wrong } from "./finding.ts";
import type { DoctorGround } from "./ground.ts";

const patienceMs = 4_000;
/** The first with all that BullMQ's scripts use. */
const leastMajor = 6;
/** Longer, and nobody records. */
const longestWaitMs = 120_000;

export async function checkRedis(ground: DoctorGround): Promise<readonly Finding[]> {
  const { redisUrl, now } = ground;
  if (redisUrl === null) return [good("Redis", "none is named: npm start runs its own")];
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    retryStrategy: null,
    maxRetriesPerRequest: 0,
    connectTimeout: 3_000,
  });
  let trouble = "no answer";
  redis.on("error", (error) => {
    trouble = error.message;
  });
  try {
    await inTime(patienceMs, redis.connect(), "Redis");
    const asked = now().getTime();
    const [seconds = 0, micros = 0] = await redis.time();
    const answered = now().getTime();
    const info = parseInfo(await redis.info());
    return [
      ...checkServer(info),
      ...checkMemory(info),
      clockFinding("Redis", seconds * 1_000 + micros / 1_000, asked, answered),
      ...(await checkMode(redis, ground)),
      // BullMQ itself shouts about a Redis that forgets.
      ...(info.get("maxmemory_policy") === "noeviction" ? await checkQueue(redisUrl, ground) : []),
    ];
  } catch (error) {
    const why = error instanceof Error ? error.message : trouble;
    return [
      wrong(
        "Redis",
        `cannot be reached: ${why === "Connection is closed." ? trouble : why}`,
        "Start it, or correct REDIS_URL (host, port, password).",
      ),
    ];
  } finally {
    redis.disconnect();
  }
}

type Info = ReadonlyMap<string, string>;

function parseInfo(text: string): Info {
  return new Map(
    text
      .split("\r\n")
      .flatMap((line) =>
        /^\w+:/.test(line) ? [[line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)] as const] : [],
      ),
  );
}

function checkServer(info: Info): Finding[] {
  const version = info.get("redis_version") ?? "unknown";
  const isOld = Number.parseInt(version, 10) < leastMajor;
  const findings = [
    isOld
      ? wrong("Redis", `version ${version} is too old.`, `Install Redis ${leastMajor}.2 or newer, or Valkey.`)
      : good("Redis", `version ${version}`),
  ];
  if (info.get("aof_enabled") === "1") {
    findings.push(
      info.get("aof_last_write_status") === "err"
        ? wrong(
            "Redis, on disk",
            "the last write to its append-only file failed.",
            "Make room on Redis's disk; its log says more.",
          )
        : good("Redis, on disk", "append-only file"),
    );
  } else {
    findings.push(
      wrong(
        "Redis, on disk",
        "no append-only file: a restart loses what waits to be recorded.",
        "redis.conf: appendonly yes (at once: redis-cli config set appendonly yes)",
      ),
    );
  }
  if (info.get("rdb_last_bgsave_status") === "err")
    findings.push(
      wrong(
        "Redis, on disk",
        "its last snapshot failed: it may refuse every write.",
        "Make room on Redis's disk; its log says more.",
      ),
    );
  if (info.get("role") !== "master")
    findings.push(wrong("Redis", "this is a replica: it cannot be written to.", "Name the master in REDIS_URL."));
  return findings;
}

function checkMemory(info: Info): Finding[] {
  const policy = info.get("maxmemory_policy") ?? "";
  const [used, most] = ["used_memory", "maxmemory"].map((name) => Number.parseInt(info.get(name) ?? "0", 10));
  const findings: Finding[] = [];
  if (policy !== "noeviction")
    findings.push(
      wrong(
        "Redis, when full",
        `${policy}: it would forget jobs and prices.`,
        "redis.conf: maxmemory-policy noeviction",
      ),
    );
  if (used === undefined || !most)
    findings.push(
      doubtful(
        "Redis, when full",
        "no maxmemory: the system would end it instead.",
        "redis.conf: maxmemory, about half of what the machine has for it",
      ),
    );
  else if (used > 0.9 * most)
    findings.push(
      wrong(
        "Redis, when full",
        "more than 90 % of its memory is taken: it will refuse writes.",
        "Raise maxmemory in redis.conf.",
      ),
    );
  else if (used > 0.75 * most)
    findings.push(
      doubtful("Redis, when full", "more than 75 % of its memory is taken.", "Raise maxmemory in redis.conf."),
    );
  return findings.length > 0 ? findings : [good("Redis, when full", "refuses writes, forgets nothing")];
}

async function checkMode(redis: Redis, { mode }: DoctorGround): Promise<Finding[]> {
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
  try {
    const [counts, [first], workers] = await inTime(
      patienceMs,
      Promise.all([queue.getJobCounts("waiting", "active", "failed"), queue.getWaiting(0, 0), queue.getWorkersCount()]),
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
    return findings.length > 0
      ? findings
      : [good("queue", `${counts.waiting ?? 0} runs wait, ${workers} recorders listen`)];
  } finally {
    await queue.close();
    await closeQueueConnection(connection);
  }
}
