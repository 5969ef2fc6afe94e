import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { redisTarget } from "@openremit/shared/redis";
import { parseRedisAddresses, RedisAddressProblem } from "@openremit/shared/runtime";
import { projectRoot } from "../../gates/source-file.ts";

const problemOf = (text: string) => {
  try {
    parseRedisAddresses(text);
    return null;
  } catch (error) {
    return error instanceof RedisAddressProblem ? error.message : error;
  }
};

describe("REDIS_URL", () => {
  it("with one address is a server, which may have a database by number", () => {
    const url = "rediss://user:pass,word@redis.example:6380/2";
    expect(redisTarget(url, { connectionName: "test" })).toEqual({
      kind: "server",
      url,
      options: { connectionName: "test" },
    });
  });

  it("with several is a cluster, with what signs in on every node", () => {
    const target = redisTarget(
      "redis://us%40er:p%2C%3As@a:7000, redis://us%40er:p%2C%3As@[::1],redis://us%40er:p%2C%3As@c",
      {
        connectionName: "test",
      },
    );
    expect(target).toMatchObject({
      kind: "cluster",
      nodes: [
        { host: "a", port: 7000 },
        { host: "::1", port: 6379 },
        { host: "c", port: 6379 },
      ],
      options: { redisOptions: { connectionName: "test", username: "us@er", password: "p,:s" } },
    });
    expect(target.options).not.toHaveProperty("dnsLookup");
  });

  it("keeps the names of encrypted nodes, which certificates are made out to", () => {
    const target = redisTarget("rediss://a,rediss://b", {});
    if (target.kind !== "cluster") throw new Error("no cluster");
    expect(target.options.redisOptions.tls).toEqual({});
    const found: unknown[] = [];
    target.options.dnsLookup?.("a.example", (_, address) => void found.push(address));
    expect(found).toEqual(["a.example"]);
  });

  it.each([
    ["", "is not such an address"],
    ["http://a", "is not such an address"],
    ["redis://a:7000,b:7001", "is not such an address"],
    ["redis+cluster://a:7000", "is not such an address"],
    ["redis://a:7000,redis://b:7001/1", "names a database by its number, and a cluster has none"],
    ["redis://a,redis://b/", null],
    ["redis://:x@a,redis://:y@b", "names nodes with different passwords, users or encryption: a cluster has the same"],
    ["redis://a,rediss://b", "names nodes with different passwords, users or encryption: a cluster has the same"],
    ["redis://a:7000,redis://a:7000", "names a node of a cluster twice"],
  ])("as %j: %s", (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it("is taken as the guide and the example have it", () => {
    const guide = readFileSync(join(projectRoot, "shared/docs/operating.md"), "utf8");
    const example = readFileSync(join(projectRoot, ".env.example"), "utf8");
    const [, inGuide = ""] = /^REDIS_URL=(\S+,\S+)$/m.exec(guide) ?? [];
    const [, inExample = ""] = /^# .*?(redis:\/\/\S+,\S+)$/m.exec(example) ?? [];
    expect([inGuide, inExample].map((url) => parseRedisAddresses(url).map(({ host }) => host))).toEqual([
      ["a:6379", "b:6379", "c:6379"],
      ["a:6379", "b:6379", "c:6379"],
    ]);
  });
});
