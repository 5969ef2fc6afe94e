import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { type Fault, type FaultKind, faultKinds } from "@openremit/sandbox";
import type { OffersAnswer, RatesAnswer, SourceStateView, SourcesAnswer } from "@openremit/shared/contracts";
import { collectQueueName, createQueue, openQueueConnection } from "@openremit/shared/queue";
import { readLatest, resumeSource } from "@openremit/shared/storage";
import { openStaircase, type Staircase, staircaseNow } from "../support/staircase.ts";
import { until } from "../support/until.ts";

interface Consequence {
  readonly fault?: Partial<Fault>;
  readonly outcome: "failed" | "quarantined";
  readonly errorCode: string;
  readonly state: "failing" | "paused";
  /** What a person is told to look at; a source that is slow or busy is no reason to. */
  readonly issue: string | null;
}

const unfamiliar = {
  outcome: "failed",
  errorCode: "source_shape",
  state: "failing",
  issue: "unfamiliar_answer",
} as const;
const unwell = { outcome: "failed", errorCode: "source_http", state: "failing", issue: null } as const;
const refused = { outcome: "failed", errorCode: "source_refused", state: "paused", issue: "refused" } as const;
const consequences: Readonly<Record<FaultKind, Consequence>> = {
  "429": { ...unwell, errorCode: "source_limited", fault: { retryAfterSeconds: 7_200 } },
  "403": refused,
  "500": unwell,
  slow: unwell,
  truncated: unfamiliar,
  alien_200: unfamiliar,
  captcha: refused,
  login: refused,
  login_redirect: refused,
  changed_field: unfamiliar,
  stale_date: { outcome: "quarantined", errorCode: "expectation", state: "failing", issue: "expectation_broken" },
};

let staircase: Staircase;
let api: Awaited<ReturnType<Staircase["startApi"]>>;
beforeAll(async () => {
  staircase = await openStaircase({ sourceTimeoutMs: 1_500 });
  await staircase.collectOnce();
  api = await staircase.startApi();
});
afterAll(() => staircase.close());

async function ask<Answer>(path: string): Promise<Answer> {
  return (await (await api.get(path)).json()) as Answer;
}

async function rowOf(source: string): Promise<SourceStateView> {
  const row = (await ask<SourcesAnswer>("/v1/sources")).sources.find(({ key }) => key === source);
  return row ?? Promise.reject(new Error(`no ${source} on /v1/sources`));
}

/** Everything the world is told, and what it comes from. */
async function known() {
  return {
    offers: await ask<OffersAnswer>("/v1/corridors/be-ma/offers?pay=200"),
    rates: await ask<RatesAnswer>("/v1/rates?base=EUR&quote=USD"),
    latest: await readLatest(staircase.stores.database),
    projected: await staircase.stores.latest.readAll(),
  };
}

/** A run is in the record a moment before the API's book has its prices: until they have not changed for a while. */
async function untilSettled(): Promise<void> {
  let [version, since] = ["", performance.now()];
  await until(async () => {
    const { dataVersion } = await ask<OffersAnswer>("/v1/corridors/be-ma/offers?pay=200");
    if (dataVersion !== version) [version, since] = [dataVersion, performance.now()];
    return performance.now() - since > 500;
  });
}

describe.each(["wise", "ecb"])("%s", (source) => {
  afterEach(async () => {
    staircase.sandbox.setFault(source, null);
    await resumeSource(staircase.stores.database, source, staircaseNow);
    const { run } = await staircase.visitAgain(source);
    expect(run.outcome).toBe("stored");
    await until(async () => (await rowOf(source)).lastRun?.runId === run.runId);
    await untilSettled();
    const robots = { result: "allowed", readAt: expect.stringMatching(/^2026-11-23T12:00/) };
    expect(await rowOf(source)).toMatchObject({ state: "working", issues: [], paused: null, robots });
  });

  it.each(faultKinds)("with the fault %s changes nothing that was known and shows it at once", async (kind) => {
    const { fault, outcome, errorCode, state, issue } = consequences[kind];
    const [before, rowBefore] = [await known(), await rowOf(source)];
    staircase.sandbox.setFault(source, { kind, ...fault });
    const { run, quotes, rates } = await staircase.visitAgain(source);
    expect(run).toMatchObject({ outcome, errorCode });
    // What the checks set aside goes along, for an operator to decide about; a failed visit brings nothing.
    if (outcome === "failed") expect([run.covers, quotes, rates]).toEqual([[], [], []]);
    await until(async () => (await rowOf(source)).lastRun?.runId === run.runId);
    await until(async () => (await rowOf(source)).state === state);
    const row = await rowOf(source);
    expect(row).toMatchObject({ state, lastRun: { outcome, errorCode } });
    expect(row.words).toContain(run.errorMessage);
    expect(row.issues.map(({ code }) => code)).toEqual(issue === null ? [] : [issue]);
    expect([row.lastSuccessAt, row.dataHeld]).toEqual([rowBefore.lastSuccessAt, rowBefore.dataHeld]);
    expect(await known()).toEqual(before);
  });
});

describe("a source that asks to be left alone for two hours", () => {
  it("is", async () => {
    const connection = openQueueConnection(staircase.url.redis, "test");
    const queue = createQueue(collectQueueName("wise"), connection, staircase.prefix);
    const waiting = (await queue.getDelayed()).filter(({ name }) => name === "again");
    expect(Math.max(...waiting.map(({ delay }) => delay))).toBeGreaterThan(7_190_000);
    await queue.close();
    connection.disconnect();
  });
});
