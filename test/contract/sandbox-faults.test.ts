import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createSandbox } from "@openremit/sandbox";
import { SourceRefusedError, SourceShapeError } from "@openremit/shared/domain";
import type { PlannedRequest, SourceAnswer } from "../../workers/collector/src/adapters/adapter.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { quoteFixtures } from "../support/adapter-fixtures.ts";
import { askSandbox, type SandboxAnswer } from "../support/ask-sandbox.ts";
import { newestRates, visit } from "../support/quote-task.ts";
import { askWhole } from "../support/whole-visit.ts";

const sandbox = createSandbox({ port: 0, seed: "test", clock: { now: () => new Date("2026-11-20T15:30:00Z") } });
/** Sources that are asked for certain days: of those, an old clock has published none. */
const askedByDay = new Set(["bnr-rwanda", "nbe", "nrb", "fbil", "bceao", "bcc", "bank-al-maghrib", "tcmb"]);
/** Sources whose first answer carries no date. */
const undated = new Set([
  "inforeuro",
  "remitly",
  "western-union",
  "taptap-send",
  "ria",
  "transfergo",
  "sendwave",
  "worldremit",
  "koronapay",
  "currencyfair",
  "instarem",
  "dahabshiil",
  "lemfi",
  "panda-remit",
  "paysend",
  "ofx",
]);

const visits = [
  ...[...allAdapters.quotes.values()].map((adapter) => {
    const { task } = quoteFixtures[adapter.key] ?? { task: visit("be-ma:EUR-MAD", "200") };
    const askNext = (request: PlannedRequest) => askSandbox(sandbox.url, adapter.key, request);
    return {
      key: adapter.key,
      request: adapter.plan(task)[0],
      /** Reads a first answer, and those that the visit goes on to. */
      read: async (first: SandboxAnswer): Promise<readonly unknown[]> =>
        adapter.parse(await askWhole(adapter, task, askNext, first), task).quotes,
    };
  }),
  ...[...allAdapters.rates.values()].map((adapter) => ({
    key: adapter.key,
    request: adapter.plan(newestRates)[0],
    read: async (first: SandboxAnswer): Promise<readonly unknown[]> => adapter.parse([first]).rates,
  })),
];

async function ask({ key, request }: { readonly key: string; readonly request?: PlannedRequest | undefined }) {
  if (request === undefined) throw new Error(`${key} plans nothing`);
  return askSandbox(sandbox.url, key, request);
}

const control = (method: "PUT" | "DELETE" | "GET", path: string, body?: string) =>
  fetch(`${sandbox.url}/_faults${path}`, body === undefined ? { method } : { method, body });

beforeAll(() => sandbox.start());
afterAll(() => sandbox.stop());
afterEach(() => {
  for (const { key } of visits) sandbox.setFault(key, null);
});

describe.each(visits)("sandbox: faults of $key", (visit) => {
  it.each(["truncated", "alien_200", "changed_field"] as const)("%s is nothing its adapter accepts", async (kind) => {
    sandbox.setFault(visit.key, { kind, times: 1 });
    const spoilt = await ask(visit);
    expect(spoilt.status).toBe(200);
    const refusals = [SourceShapeError, SourceRefusedError];
    const failure: unknown = await visit.read(spoilt).catch((error: unknown) => error);
    expect(refusals.some((family) => failure instanceof family)).toBe(true);
    expect((await visit.read(await ask(visit))).length).toBeGreaterThan(0);
  });

  it("stale_date dates an answer weeks back where it carries a date", async () => {
    const fresh = await ask(visit);
    sandbox.setFault(visit.key, { kind: "stale_date" });
    const stale = await ask(visit);
    if (askedByDay.has(visit.key)) {
      expect([(await visit.read(fresh)).length > 0, await visit.read(stale)]).toEqual([true, []]);
      return;
    }
    expect((await visit.read(stale)).length).toBeGreaterThan(0);
    const saysOctober = ({ body }: SourceAnswer) => /2026-10-|Oct 2026|\d\\?\/10\\?\/2026|-10-2026/.test(body);
    expect([saysOctober(fresh), saysOctober(stale)]).toEqual([false, !undated.has(visit.key)]);
  });
});

describe("sandbox: faults over HTTP", () => {
  const wise = visits.filter(({ key }) => key === "wise")[0] ?? { key: "wise", request: undefined };

  it("429 says when to come back, as often as it was told to", async () => {
    const answer = await control("PUT", "/wise", JSON.stringify({ kind: "429", times: 2, retryAfterSeconds: 7 }));
    expect(answer.status).toBe(204);
    expect(await (await control("GET", "")).json()).toEqual({ wise: { kind: "429", times: 2, retryAfterSeconds: 7 } });
    const statuses = [await ask(wise), await ask(wise), await ask(wise)];
    expect(statuses.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual([
      [429, "7"],
      [429, "7"],
      [200, null],
    ]);
  });

  it.each(["403", "500"])("%s lasts until it is taken away", async (kind) => {
    await control("PUT", "/wise", JSON.stringify({ kind }));
    expect([(await ask(wise)).status, (await ask(wise)).status].map(String)).toEqual([kind, kind]);
    await control("DELETE", "/wise");
    expect((await ask(wise)).status).toBe(200);
  });

  it("slow answers whole, late", async () => {
    const began = performance.now();
    await control("PUT", "/wise", JSON.stringify({ kind: "slow", delayMs: 150 }));
    expect((await ask(wise)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(140);
  });

  it("stops at once while a slow answer is due", async () => {
    const other = createSandbox({ port: 0, seed: "test", clock: { now: () => new Date("2026-11-20T15:30:00Z") } });
    await other.start();
    other.setFault("ecb", { kind: "slow" });
    const pending = fetch(`${other.url}/ecb/stats/eurofxref/eurofxref-daily.xml`);
    await fetch(`${other.url}/ecb/robots.txt`);
    await Promise.all([other.stop(), expect(pending).rejects.toThrow()]);
  });

  it("refuses faults and sources it does not know", async () => {
    expect((await control("PUT", "/wise", '{"kind":"earthquake"}')).status).toBe(400);
    expect((await control("PUT", "/wise", "not JSON")).status).toBe(400);
    expect((await control("PUT", "/nobody", '{"kind":"500"}')).status).toBe(400);
  });

  it("says on every answer that it is simulated, and leaves robots.txt and strangers alone", async () => {
    sandbox.setFault("wise", { kind: "500" });
    for (const [path, status] of [
      ["/", 200],
      ["/wise/v3/quotes", 404],
      ["/wise/robots.txt", 200],
      ["/nobody/prices", 404],
      ["/nowhere", 404],
      ["/_faults", 200],
    ] as const) {
      const answer = await fetch(`${sandbox.url}${path}`);
      expect([path, answer.status, answer.headers.get("x-simulated")]).toEqual([path, status, "true"]);
    }
    expect(await (await fetch(sandbox.url)).text()).toContain("Nothing here is real");
  });
});
