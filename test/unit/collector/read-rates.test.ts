import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { type PublishedRate, recordJob } from "@openremit/shared/contracts";
import { Decimal, ExpectationError } from "@openremit/shared/domain";
import type { Answer } from "@openremit/shared/http";
import type { ParsedRates, RateTask } from "../../../workers/collector/src/adapters/adapter.ts";
import { planVisit } from "../../../workers/collector/src/visit/plan-visit.ts";

const now = new Date("2026-11-20T15:30:00.000Z");
const catalog = loadCatalog("config");
const codes = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].flatMap((one) => [..."DFKNPRSTUW"].map((last) => `${one}${last}`));
const many = (observedOn: string): PublishedRate[] =>
  codes.slice(0, 120).map((code) => ({ base: "USD", quote: `${code}D`, value: "2", observedOn, contributors: 2 }));
const rate = (quote: string, observedOn: string): PublishedRate => ({
  ...{ base: "USD", quote, value: "10.5", observedOn },
  contributors: 2,
});
const knownOf = (source: string, days: readonly string[]) =>
  days.map((observedOn) => ({ ...rate("MAD", observedOn), source, value: new Decimal("10.5") }));

const answer = (name: string): Answer => ({
  request: { method: "GET", url: `https://example.org/${name}` },
  status: 200,
  contentType: null,
  body: Buffer.from(name),
  bodySha256: name.repeat(64).slice(0, 64),
  requestSha256: "0".repeat(64),
  fetchedAt: now.toISOString(),
});

/** A visit to a configured source whose adapter reads `parsed` out of two answers, `a` and `b`. */
function visitTo(key: string, parsed: Partial<ParsedRates>, knownDays: readonly string[] = []) {
  const asked: RateTask[] = [];
  const adapter = {
    ...{ key, version: "1", parse: () => ({ rates: [], setAside: [], ...parsed }) },
    plan: (task: RateTask) => {
      asked.push(task);
      return [];
    },
  };
  const knowledge = {
    catalog,
    adapters: { quotes: new Map(), rates: new Map([[key, adapter]]) },
    rateRows: knownOf(key, knownDays),
  };
  const planned = planVisit({ schemaVersion: 1, source: key, corridorKeys: [], amounts: [] }, knowledge, { now });
  const read = () =>
    planned.read(
      {
        runId: "00000000-0000-4000-8000-000000000000",
        startedAt: now.toISOString(),
        answers: [answer("a"), answer("b")],
        precision: "second",
        simulated: false,
      },
      now,
    );
  return { asked, read };
}

const daysOf = (rates: readonly PublishedRate[], quote: string) =>
  rates.filter((each) => each.quote === quote).map(({ observedOn }) => observedOn);

describe("a visit to a publisher of rates", () => {
  it("asks from the last known day on, two weeks back at first", () => {
    expect(visitTo("frankfurter", {}).asked).toEqual([{ since: "2026-11-06", today: "2026-11-20" }]);
    expect(visitTo("frankfurter", {}, ["2026-11-19", "2026-11-18"]).asked).toEqual([
      { since: "2026-11-19", today: "2026-11-20" },
    ]);
  });

  it("wants today's rates although tomorrow's of one currency is known", () => {
    const parsed = { rates: [...many("2026-11-20"), rate("MAD", "2026-11-20"), rate("UZS", "2026-11-21")] };
    const { asked, read } = visitTo("frankfurter", parsed, ["2026-11-20", "2026-11-21"]);
    expect(asked).toEqual([{ since: "2026-11-20", today: "2026-11-20" }]);
    const { rates } = read();
    expect([daysOf(rates, "MAD"), daysOf(rates, "UZS")]).toEqual([["2026-11-20"], ["2026-11-21"]]);
  });

  it("wants the whole month of a monthly publisher, first rows and revisions alike", () => {
    const parsed = { rates: [...many("2026-11-01"), rate("MAD", "2026-11-01"), rate("NGN", "2026-11-15")] };
    for (const known of [[], ["2026-11-01", "2026-11-15"]]) {
      const { rates } = visitTo("unore", parsed, known).read();
      expect([daysOf(rates, "MAD"), daysOf(rates, "NGN")]).toEqual([["2026-11-01"], ["2026-11-15"]]);
    }
  });

  it("names for each rate the answer that proves it", () => {
    const parsed = { rates: [rate("MAD", "2026-11-20"), rate("EUR", "2026-11-20")] };
    const hashes = (proofs?: readonly number[]) => {
      const rates = [...many("2026-11-20"), ...parsed.rates];
      const ofMany = many("2026-11-20").map(() => 0);
      const visit = visitTo("frankfurter", proofs ? { rates, proofs: [...ofMany, ...proofs] } : { rates });
      return visit
        .read()
        .rates.slice(-2)
        .map(({ answerSha256 }) => answerSha256.slice(0, 1));
    };
    expect([hashes([1, 0]), hashes()]).toEqual([
      ["b", "a"],
      ["a", "a"],
    ]);
  });

  it("raises what a publisher's huge words say in a length that can be stored", () => {
    const setAside = [{ code: "unknown_currency", subject: "\u{1F642}".repeat(10_000), detail: "a name in no table" }];
    const job = visitTo("frankfurter", { rates: many("2026-11-20"), setAside }).read();
    expect(recordJob.shape.issues.parse(job.issues)).toContainEqual(
      expect.objectContaining({ subject: "\u{1F642}".repeat(100) }),
    );
  });

  it("is quarantined where the answer holds too little, or nothing since what is known", () => {
    expect(visitTo("frankfurter", { rates: [rate("MAD", "2026-11-20")] }).read).toThrow(ExpectationError);
    expect(visitTo("frankfurter", { rates: many("2026-10-11") }, ["2026-11-19"]).read).toThrow(
      /120 rates, and none of 2026-11-19 or later/,
    );
  });
});
