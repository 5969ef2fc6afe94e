import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createSandbox } from "@openremit/sandbox";
import { loadCatalog } from "@openremit/shared/catalog";
import { parseRateRows, type RateRow } from "@openremit/shared/domain";
import { requestHash, sha256Of } from "@openremit/shared/http";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { planVisit } from "../../workers/collector/src/visit/plan-visit.ts";
import { askSandbox } from "../support/ask-sandbox.ts";

/** Late in a month: a monthly table is three weeks old. */
const now = new Date("2026-11-23T20:00:00Z");
const sandbox = createSandbox({ port: 0, seed: "test", clock: { now: () => now } });
const catalog = loadCatalog("config");

async function visit(source: string, rateRows: readonly RateRow[]) {
  const job = { schemaVersion: 1 as const, source, corridorKeys: [], amounts: [] };
  const planned = planVisit(job, { catalog, adapters: allAdapters, rateRows }, { now });
  const fetchedAt = now.toISOString();
  const answers = await Promise.all(
    planned.requests.map(async (request) => {
      const { body: text, status, contentType } = await askSandbox(sandbox.url, source, request);
      const body = Buffer.from(text);
      const hashes = { bodySha256: sha256Of(body), requestSha256: requestHash(request) };
      return { request, status, contentType, body, ...hashes, fetchedAt };
    }),
  );
  const runId = "11111111-1111-4111-8111-111111111111";
  return planned.read({ runId, startedAt: fetchedAt, answers, precision: "second", simulated: true }, now);
}

beforeAll(() => sandbox.start());
afterAll(() => sandbox.stop());

describe("a visit to a rate source", () => {
  it.each([...catalog.rateSources.keys()])(
    "brings what is expected of %s, the first time and the next",
    async (key) => {
      const first = await visit(key, []);
      expect(first.run.outcome).toBe("stored");
      const known = parseRateRows(first.rates.map((rate) => ({ ...rate, source: key })));
      expect((await visit(key, known)).run.outcome).toBe("stored");
    },
  );
});
