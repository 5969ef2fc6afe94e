import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { findFreePort } from "../../services/standalone/src/embedded/free-port.ts";
import { startMain } from "../support/main-process.ts";
import { type OwnServer, startOwnRedis } from "../support/own-servers.ts";
import { freshDatabaseUrl } from "../support/servers.ts";

/** What each says in its log once it works. */
const mains = {
  api: { program: "services/api/src/main.ts", sign: '"answering"' },
  web: { program: "services/web/src/main.ts", sign: '"answering"' },
  collector: { program: "workers/collector/src/main.ts", sign: '"collecting"' },
  recorder: { program: "workers/recorder/src/main.ts", sign: '"recording"' },
  publisher: { program: "workers/publisher/src/main.ts", sign: '"publishing"' },
};
type Name = keyof typeof mains;
const names = Object.keys(mains) as Name[];

/** Each row of the guide's table: the beginning of a figure's name or the whole of it, and who is to have it. */
function readPromises(): { readonly figure: string; readonly of: readonly Name[] }[] {
  const guide = readFileSync("shared/docs/operating.md", "utf8");
  const rows = [...guide.matchAll(/^\| (`(?:openremit|nodejs)_[^|]*) \| ([^|]*) \|/gm)];
  return rows.flatMap(([, figures = "", of = ""]) => {
    const [first = "", ...others] = [...figures.matchAll(/`([^`]+)`/g)].map(([, figure = ""]) => figure);
    const stem = /^openremit_[a-z]+/.exec(first)?.[0] ?? "";
    const whole = [first, ...others.map((other) => (other.startsWith("_") ? `${stem}${other}` : other))];
    const owners = of.startsWith("all") ? names : names.filter((name) => of.split(", ").includes(name));
    return whole.map((figure) => ({ figure: figure.replace("…", ""), of: owners }));
  });
}

describe("each process, as its main stands", () => {
  const closers: (() => Promise<unknown>)[] = [];
  const texts = new Map<Name, string>();
  let redis: OwnServer;
  beforeAll(async () => {
    redis = await startOwnRedis();
    closers.push(redis.close);
    const releases = await mkdtemp(join(tmpdir(), "openremit-figures-"));
    closers.push(() => rm(releases, { recursive: true, force: true }));
    // In real mode nobody is asked, as nothing is enabled.
    const env = {
      OPENREMIT_MODE: "real",
      OPENREMIT_CONTACT: "test@openremit.example",
      OPENREMIT_RELEASES_DIR: releases,
      REDIS_URL: redis.url,
      DATABASE_URL: await freshDatabaseUrl(),
      HOST: "127.0.0.1",
    };
    for (const name of names) {
      const [port, metricsPort] = [`${await findFreePort()}`, `${await findFreePort()}`];
      const { stop } = await startMain({ ...mains[name], env: { ...env, PORT: port, METRICS_PORT: metricsPort } });
      closers.push(stop);
      const url = `http://127.0.0.1:${name === "api" ? port : metricsPort}/metrics`;
      texts.set(name, await (await fetch(url)).text());
    }
  }, 180_000);
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  });

  it("has the figures that the guide promises of it, and no other has them", () => {
    const promises = readPromises();
    expect(promises.length).toBeGreaterThan(15);
    const wrong = promises.flatMap(({ figure, of }) =>
      names
        .filter((name) => of.includes(name) !== new RegExp(`^# TYPE ${figure}`, "m").test(texts.get(name) ?? ""))
        .map((name) => `${name}: ${figure}`),
    );
    expect(wrong).toEqual([]);
  });

  it("measures the queues it takes from", async () => {
    const queuesOf = (name: Name) => [
      ...new Set(
        [...(texts.get(name) ?? "").matchAll(/openremit_queue_jobs\{queue="([^"]+)"/g)].map(([, queue]) => queue),
      ),
    ];
    expect(queuesOf("recorder")).toEqual(["record"]);
    expect(queuesOf("publisher")).toEqual(["release", "audit"]);
  });
});
