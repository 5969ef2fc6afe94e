import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findFreePort } from "../../../services/standalone/src/embedded/free-port.ts";
import { type OwnServer, startOwnPostgres, startOwnRedis } from "../../support/own-servers.ts";
import { type Called, openCallers } from "./callers.ts";
import { countDamage, type Damage } from "./count-damage.ts";
import { deliver } from "./deliver.ts";
import { openEyes, settle } from "./eyes.ts";
import { planKills } from "./kill-schedule.ts";
import { buildKnownVisits, quotesPerVisit } from "./known-visits.ts";
import { askForReleases, findBrokenReleases, pastDays } from "./past-releases.ts";
import { type Program, startProgram, type Victim } from "./program.ts";
import { openSlowSandbox } from "./slow-sandbox.ts";

export interface KillsOptions {
  /** Of each victim. */
  readonly times: number;
  /** Known observations that flow meanwhile. */
  readonly observations: number;
  readonly seed: number;
  /** How long a source takes to answer: as long as collecting should last. */
  readonly answerMs: number;
  /** After each kill. */
  readonly tellDone?: (victim: string) => void;
}

export interface KillsReport extends Damage, Called {
  readonly acknowledged: number;
  readonly kills: readonly { readonly victim: string; readonly times: number; readonly slowestReturnMs: number }[];
  /** Processes that ended although nobody killed them. */
  readonly fellOver: readonly string[];
  /** Asked for while the publisher was killed; and those of them that are not there, or not whole. */
  readonly releases: number;
  readonly brokenReleases: readonly string[];
  /** From the last return until no job was open. */
  readonly settledMs: number;
  /** Visits the collector made of its own, beside the known ones. */
  readonly collectedRuns: number;
  readonly answers: boolean;
}

/** Kills everything that works, in turns, while known observations flow, the collector collects and people ask and enter. */
export async function runKills({ times, observations, seed, answerMs, tellDone }: KillsOptions): Promise<KillsReport> {
  const closers: (() => Promise<unknown>)[] = [];
  const opened = async <Thing extends { close(): Promise<unknown> }>(opening: Promise<Thing>): Promise<Thing> => {
    const thing = await opening;
    closers.unshift(() => thing.close());
    return thing;
  };
  try {
    const redis = await opened(startOwnRedis());
    const postgres = await opened(startOwnPostgres());
    const sandbox = await opened(openSlowSandbox(answerMs));
    const port = String(await findFreePort());
    const releases = mkdtempSync(join(tmpdir(), "openremit-kills-"));
    closers.unshift(async () => rmSync(releases, { recursive: true, force: true }));
    const env = {
      REDIS_URL: redis.url,
      DATABASE_URL: postgres.url,
      SANDBOX_URL: sandbox.url,
      PORT: port,
      OPENREMIT_RELEASES_DIR: releases,
      REQUESTS_PER_MINUTE: "1000000",
    };
    const programs: Program[] = [];
    for (const [home, sign] of mains) {
      const program = await startProgram({ home, sign, env });
      closers.unshift(() => program.kill());
      programs.push(program);
    }
    const eyes = await opened(openEyes(redis.url, postgres.url));
    const callers = await opened(openCallers(`http://127.0.0.1:${port}`, eyes.database));

    const visits = buildKnownVisits(Math.ceil(observations / quotesPerVisit));
    const plan = planKills([...programs, ...serversAsVictims({ redis, postgres })], times, seed);
    const lastsMs = plan.reduce((sum, { afterMs, awayMs }) => sum + afterMs + awayMs + usualReturnMs, 0);
    const days = pastDays(times);
    await askForReleases(eyes.releaseQueue, days);
    const delivered = deliver(eyes.recordQueue, visits, (lastsMs * 10) / visits.length);
    const returns = new Map<string, number[]>();
    const fellOver: string[] = [];
    const raise = async () => {
      for (const program of programs.filter((one) => one.fellOver())) {
        fellOver.push(program.name);
        await program.comeBack();
      }
    };
    for (const { victim, afterMs, awayMs } of plan) {
      await delay(afterMs);
      await raise();
      await victim.kill();
      await delay(awayMs);
      const started = performance.now();
      await victim.comeBack();
      returns.set(victim.name, [...(returns.get(victim.name) ?? []), performance.now() - started]);
      tellDone?.(victim.name);
    }
    sandbox.hurry();
    await delivered;
    await raise();
    const settledMs = await settle(eyes.queues);
    const called = await callers.count();
    const answers = (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200;
    for (const program of programs) await program.kill();
    return {
      ...(await countDamage(visits, eyes)),
      ...called,
      acknowledged: visits.length * quotesPerVisit,
      kills: [...returns].map(([victim, all]) => ({ victim, times: all.length, slowestReturnMs: Math.max(...all) })),
      fellOver,
      settledMs,
      brokenReleases: findBrokenReleases(releases, days),
      releases: days.length,
      collectedRuns: await eyes.countCollected(),
      answers,
    };
  } finally {
    for (const close of closers) await close();
  }
}

const usualReturnMs = 1_500;

/** What runs, in the order in which it is started, and what its log says once it works. */
const mains = [
  ["workers/recorder", '"recording"'],
  ["services/api", '"answering"'],
  ["workers/collector", '"collecting"'],
  ["workers/publisher", '"publishing"'],
] as const;

function serversAsVictims(servers: Readonly<Record<string, OwnServer>>): Victim[] {
  return Object.entries(servers).map(([name, server]) => ({
    name,
    kill: server.kill,
    comeBack: () => server.comeBack(),
  }));
}
