import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { type PublishedQuote, type RecordJob, recordJob } from "@openremit/shared/contracts";
import { SourceShapeError } from "@openremit/shared/domain";
import type { QuoteAdapter } from "../../../workers/collector/src/adapters/adapter.ts";
import { unsaid } from "../../../workers/collector/src/adapters/unsaid.ts";
import { collect } from "../../../workers/collector/src/visit/collect.ts";
import { corridorOf } from "../../support/quote-task.ts";

const catalog = loadCatalog("config");
const price: PublishedQuote = {
  ...unsaid,
  provider: "wise",
  corridor: corridorOf("be-ma:EUR-MAD"),
  payIn: null,
  payOut: null,
  payInCode: null,
  payOutCode: null,
  feePlacement: "inside",
  amount: "200",
  fee: "1",
  rate: "10.6",
  received: null,
  priceKind: "standing",
};

/** Asks for a list first, and then for the price of what the list names. */
const twoSteps: QuoteAdapter = {
  key: "wise",
  version: "1",
  scope: "amount",
  plan: () => [{ method: "GET", url: "https://api.wise.com/list" }],
  follow: ([list]) => {
    if (list?.body === "broken") throw new SourceShapeError("no list");
    return (list?.body ?? "").split(",").map((name) => ({ method: "GET", url: `https://api.wise.com/${name}` }));
  },
  parse: (answers) => ({ quotes: answers.length === 3 ? [price, { ...price, payIn: "cash" }] : [], setAside: [] }),
};

async function collectWith(list: string, adapter: QuoteAdapter = twoSteps) {
  const asked: string[] = [];
  const recorded: RecordJob[] = [];
  const job = { schemaVersion: 1 as const, source: "wise", corridorKeys: ["be-ma:EUR-MAD"], amounts: ["200"] };
  const run = collect(job, {
    knowledge: async () => ({
      catalog,
      adapters: { quotes: new Map([["wise", adapter]]), rates: new Map() },
      rateRows: [],
    }),
    fetchAnswer: async (_source, request) => {
      asked.push(new URL(request.url).pathname);
      const body = Buffer.from(request.url.endsWith("/list") ? list : "price");
      const hash = String(asked.length).repeat(64);
      const fetchedAt = "2026-11-20T15:30:00.000Z";
      return { request, status: 200, contentType: null, body, bodySha256: hash, requestSha256: hash, fetchedAt };
    },
    record: async (result) => void recorded.push(result),
    newRunId: () => "00000000-0000-4000-8000-000000000000",
    clock: { now: () => new Date("2026-11-20T15:30:01Z") },
    simulated: false,
  });
  const failure = await run.then(
    () => null,
    (error: unknown) => error,
  );
  return { asked, recorded, failure };
}

describe("a source that must be asked twice", () => {
  it("is asked what its first answer calls for, and the price's own answer proves the price", async () => {
    const { asked, recorded } = await collectWith("one,two");
    expect(asked).toEqual(["/list", "/one", "/two"]);
    const receipts = recorded.flatMap(({ quotes }) => quotes).map(({ receipt }) => receipt);
    expect(receipts).toHaveLength(2);
    for (const receipt of receipts) {
      expect(receipt).toMatchObject({ url: "https://api.wise.com/one", answerSha256: "2".repeat(64) });
    }
  });

  it("has each price proved by the answer that the adapter names", async () => {
    const parse: QuoteAdapter["parse"] = (...args) => ({ ...twoSteps.parse(...args), proofs: [2, 1] });
    const { recorded } = await collectWith("one,two", { ...twoSteps, parse });
    const urls = recorded.flatMap(({ quotes }) => quotes).map(({ receipt }) => receipt.url);
    expect(urls).toEqual(["https://api.wise.com/two", "https://api.wise.com/one"]);
  });

  it("raises what its huge words say in a length that can be stored, whether it is read or fails", async () => {
    const huge = "\u{1F642}".repeat(10_000);
    const setAside = [{ code: "unknown_pay_in", subject: huge, detail: huge }];
    const read = await collectWith("one,two", { ...twoSteps, parse: () => ({ quotes: [], setAside }) });
    const parse = () => {
      throw new SourceShapeError(huge);
    };
    const failed = await collectWith("one,two", { ...twoSteps, parse });
    const jobs = [...read.recorded, ...failed.recorded];
    expect(jobs.map(({ run }) => run.outcome)).toEqual(["empty", "failed"]);
    for (const job of jobs) expect(recordJob.parse(job).issues).toHaveLength(1);
  });

  it("fails as a visit where the first answer leads nowhere", async () => {
    const { asked, recorded, failure } = await collectWith("broken");
    expect(asked).toEqual(["/list"]);
    expect(failure).toBeInstanceOf(SourceShapeError);
    expect(recorded[0]?.run).toMatchObject({ outcome: "failed", errorCode: "source_shape" });
  });
});
