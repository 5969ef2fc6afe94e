import type { Redis } from "ioredis";
import { askRedis } from "./ask-redis.ts";
import { clockFinding } from "./clock-finding.ts";
import { doubtful, type Finding, good, wrong } from "./finding.ts";
import type { DoctorGround } from "./ground.ts";

/** The first with all that BullMQ's scripts use. */
const least = { major: 6, minor: 2 };

/** What findings about a server's place among others are called. */
export const topology = "Redis Cluster";

export interface RedisServerFindings {
  readonly findings: readonly Finding[];
  readonly answers: boolean;
  /** Whether it keeps everything it is given: BullMQ itself shouts about a Redis that forgets. */
  readonly isKept: boolean;
}

export interface RedisServerPlace {
  /** What findings call it. */
  readonly name: string;
  /** A node of a cluster, or so REDIS_URL says. */
  readonly isOneOfMany: boolean;
}

/** One server, whatever is in it. */
export async function checkRedisServer(
  url: string,
  ground: DoctorGround,
  place: RedisServerPlace,
): Promise<RedisServerFindings> {
  try {
    return await askRedis(url, (redis) => checkAnswering(redis, ground, place));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const fix = "Start it, or correct REDIS_URL (host, port, password).";
    return { findings: [wrong(place.name, `cannot be reached: ${why}`, fix)], answers: false, isKept: false };
  }
}

async function checkAnswering(
  redis: Redis,
  { now }: DoctorGround,
  { name, isOneOfMany }: RedisServerPlace,
): Promise<RedisServerFindings> {
  const asked = now().getTime();
  const [seconds = 0, micros = 0] = await redis.time();
  const answered = now().getTime();
  const info = parseInfo(await redis.info());
  return {
    findings: [
      ...checkServer(info, name, isOneOfMany),
      ...(await checkWriting(redis, name)),
      ...checkMemory(info, name),
      clockFinding(name, seconds * 1_000 + micros / 1_000, asked, answered),
      ...checkTopology(info, name, isOneOfMany),
      ...(isOneOfMany && info.get("cluster_enabled") === "1" ? await checkWhole(redis, name) : []),
    ],
    answers: true,
    isKept: info.get("maxmemory_policy") === "noeviction",
  };
}

/** Several addresses are nodes of a cluster, one address is no node. */
function checkTopology(info: Info, name: string, isOneOfMany: boolean): Finding[] {
  const isNode = info.get("cluster_enabled") === "1";
  if (isNode === isOneOfMany) return [];
  return [
    isNode
      ? wrong(topology, `${name} is one node of a cluster.`, "Name two of its nodes or more, with a comma between.")
      : wrong(topology, `${name} belongs to no cluster.`, "Name one server, or nodes of one cluster, in REDIS_URL."),
  ];
}

async function checkWhole(redis: Redis, name: string): Promise<Finding[]> {
  const state = parseInfo(await redis.cluster("INFO")).get("cluster_state") ?? "unknown";
  if (state === "ok") return [];
  return [wrong(topology, `${name} says its state is ${state}.`, "redis-cli --cluster check says what is missing.")];
}

/** Nothing is said of a server that tells nobody how it is set. */
async function checkWriting(redis: Redis, name: string): Promise<Finding[]> {
  const [, when] = (await redis.config("GET", "appendfsync").catch(() => [])) as readonly string[];
  if (when !== "no") return [];
  return [
    wrong(
      `${name}, on disk`,
      "appendfsync is no: without power, what waits to be recorded is lost.",
      "redis.conf: appendfsync everysec (at once: redis-cli config set appendfsync everysec)",
    ),
  ];
}

type Info = ReadonlyMap<string, string>;

export function parseInfo(text: string): Info {
  return new Map(
    text
      .split("\r\n")
      .flatMap((line) =>
        /^\w+:/.test(line) ? [[line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)] as const] : [],
      ),
  );
}

function checkServer(info: Info, name: string, isOneOfMany: boolean): Finding[] {
  const version = info.get("redis_version") ?? "unknown";
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  const isOld = major < least.major || (major === least.major && minor < least.minor);
  const findings = [
    isOld
      ? wrong(
          name,
          `version ${version} is too old.`,
          `Install Redis ${least.major}.${least.minor} or newer, or Valkey.`,
        )
      : good(name, `version ${version}`),
  ];
  if (info.get("aof_enabled") === "1") {
    findings.push(
      info.get("aof_last_write_status") === "err"
        ? wrong(
            `${name}, on disk`,
            "the last write to its append-only file failed.",
            "Make room on Redis's disk; its log says more.",
          )
        : good(`${name}, on disk`, "append-only file"),
    );
  } else {
    findings.push(
      wrong(
        `${name}, on disk`,
        "no append-only file: a restart loses what waits to be recorded.",
        "redis.conf: appendonly yes (at once: redis-cli config set appendonly yes)",
      ),
    );
  }
  if (info.get("rdb_last_bgsave_status") === "err")
    findings.push(
      wrong(
        `${name}, on disk`,
        "its last snapshot failed: it may refuse every write.",
        "Make room on Redis's disk; its log says more.",
      ),
    );
  if (!isOneOfMany && info.get("role") !== "master")
    findings.push(wrong(name, "this is a replica: it cannot be written to.", "Name the master in REDIS_URL."));
  return findings;
}

function checkMemory(info: Info, name: string): Finding[] {
  const policy = info.get("maxmemory_policy") ?? "";
  const [used, most] = ["used_memory", "maxmemory"].map((name) => Number.parseInt(info.get(name) ?? "0", 10));
  const findings: Finding[] = [];
  if (policy !== "noeviction")
    findings.push(
      wrong(
        `${name}, when full`,
        `${policy}: it would forget jobs and prices.`,
        "redis.conf: maxmemory-policy noeviction",
      ),
    );
  if (used === undefined || !most)
    findings.push(
      doubtful(
        `${name}, when full`,
        "no maxmemory: the system would end it instead.",
        "redis.conf: maxmemory, about half of what the machine has for it",
      ),
    );
  else if (used > 0.9 * most)
    findings.push(
      wrong(
        `${name}, when full`,
        "more than 90 % of its memory is taken: it will refuse writes.",
        "Raise maxmemory in redis.conf.",
      ),
    );
  else if (used > 0.75 * most)
    findings.push(
      doubtful(`${name}, when full`, "more than 75 % of its memory is taken.", "Raise maxmemory in redis.conf."),
    );
  return findings.length > 0 ? findings : [good(`${name}, when full`, "refuses writes, forgets nothing")];
}
