import { describe, expect, it } from "@jest/globals";
import { createRecorder } from "@openremit/recorder";
import { ConfigError } from "@openremit/shared/domain";
import { createMetrics, systemClock } from "@openremit/shared/runtime";
import { openStores } from "@openremit/shared/storage";
import { quietLogger } from "../support/comparison-scene.ts";
import { freshDatabaseUrl, freshRedis } from "../support/servers.ts";

const nowhere = {
  databaseUrl: "postgres://me:secret@127.0.0.1:1/openremit",
  redisUrl: "redis://:secret@127.0.0.1:1",
} as const;

async function addresses(gone: keyof typeof nowhere) {
  const { url: redisUrl, prefix } = freshRedis();
  const servers = { redisUrl, databaseUrl: await freshDatabaseUrl(), [gone]: nowhere[gone] };
  return { ...servers, prefix, mode: "simulated", logger: quietLogger } as const;
}

/** The recorder opens both servers by itself; all others do it in one way. */
const starts = {
  "the recorder": async (gone: keyof typeof nowhere) =>
    createRecorder({ ...(await addresses(gone)), clock: systemClock, metrics: createMetrics() }).start(),
  "the stores": async (gone: keyof typeof nowhere) => openStores({ ...(await addresses(gone)), name: "test" }),
};

describe.each(Object.entries(starts))("a start of %s", (_name, start) => {
  it.each([
    ["databaseUrl", "DATABASE_URL cannot be reached at 127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1"],
    ["redisUrl", "REDIS_URL cannot be reached at 127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1"],
  ] as const)("whose %s leads nowhere ends with a line for the operator", async (gone, message) => {
    await expect(start(gone)).rejects.toEqual(new ConfigError(message));
  });
});

it("says that a password is wrong without saying it", async () => {
  const servers = await addresses("redisUrl");
  const databaseUrl = servers.databaseUrl.replace(/:[^:@]+@/, ":secret@");
  const opened = openStores({ ...servers, redisUrl: freshRedis().url, databaseUrl, name: "test" });
  await expect(opened).rejects.toThrow(
    /^DATABASE_URL cannot be reached at 127\.0\.0\.1:\d+: password authentication failed/,
  );
});
