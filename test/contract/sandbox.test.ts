import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createSandbox } from "@openremit/sandbox";
import { corridorsForSource, loadCatalog } from "@openremit/shared/catalog";
import { type PublishedQuote, publishedQuote, publishedRate } from "@openremit/shared/contracts";
import { corridorKey, Decimal, fixedText, minorUnits } from "@openremit/shared/domain";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { askSandbox } from "../support/ask-sandbox.ts";
import { corridorOf, newestRates } from "../support/quote-task.ts";

const now = new Date("2026-11-20T15:30:00Z");
const sandbox = createSandbox({ port: 0, seed: "test", clock: { now: () => now } });
const catalog = loadCatalog(fileURLToPath(new URL("../../config", import.meta.url)));

beforeAll(() => sandbox.start());
afterAll(() => sandbox.stop());

/** What a visit to a source yields; null where it has an answer that is no price. */
async function visitSource(source: string, corridors: readonly string[], amounts: readonly string[]) {
  const adapter = allAdapters.quotes.get(source);
  if (adapter === undefined) throw new Error(`no adapter ${source}`);
  const task = { corridors: corridors.map(corridorOf), amounts };
  const answers = await Promise.all(adapter.plan(task).map((request) => askSandbox(sandbox.url, source, request)));
  const isRead = answers.every(({ status }) => status === 200 || status === 422);
  return isRead ? adapter.parse(answers, task) : null;
}

async function readRates(source: string) {
  const adapter = allAdapters.rates.get(source);
  if (adapter === undefined) throw new Error(`no adapter ${source}`);
  const requests = adapter.plan(newestRates);
  return adapter.parse(await Promise.all(requests.map((request) => askSandbox(sandbox.url, source, request)))).rates;
}

/** What the recipient gets by the quote's own fee and rate. */
function computed({ feePlacement, amount, fee, rate }: PublishedQuote): Decimal {
  const sent = new Decimal(amount ?? "0");
  return (feePlacement === "inside" ? sent.minus(fee ?? "0") : sent).times(rate ?? "0");
}

function isOneMinorUnitOff(quote: PublishedQuote, received: string): boolean {
  const smallest = new Decimal(10).pow(-minorUnits(quote.corridor.receiveCurrency));
  return computed(quote).minus(received).abs().gte(smallest);
}

describe.each([...allAdapters.quotes.values()])("sandbox: $key", ({ key, scope }) => {
  const source = catalog.quoteSources.get(key);
  const corridors = source === undefined ? [] : corridorsForSource(catalog, source);
  const unserved: Readonly<Record<string, readonly string[]>> = {
    wise: ["be-cd:EUR-USD", "be-cd:EUR-CDF"],
    remitly: ["be-uz:EUR-UZS"],
    "taptap-send": ["be-cd:EUR-CDF", "be-uz:EUR-UZS"],
  };

  it.each(corridors.map(corridorKey))(
    "answers %s in the shape its adapter reads, at every sampled amount",
    async (pair) => {
      const amounts = scope === "all" ? [null] : (catalog.corridorConfigs.get(corridorOf(pair).id)?.amounts ?? []);
      expect(amounts.length).toBeGreaterThan(0);
      for (const amount of amounts) {
        const parsed = await visitSource(key, [pair], amount === null ? [] : [amount]);
        if (unserved[key]?.includes(pair)) {
          expect(parsed?.quotes ?? []).toEqual([]);
          continue;
        }
        expect(parsed?.quotes.length).toBeGreaterThanOrEqual(1);
        for (const quote of parsed?.quotes ?? []) {
          expect(publishedQuote.parse(quote)).toEqual(quote);
          if (quote.received !== null) expect(isOneMinorUnitOff(quote, quote.received)).toBe(false);
        }
      }
    },
  );
});

describe("sandbox: quotes", () => {
  it("prices every pay-in × pay-out of Western Union apart", async () => {
    const { quotes, setAside } = (await visitSource("western-union", ["es-ph:EUR-PHP"], ["200"])) ?? { quotes: [] };
    expect(new Set(quotes.map(({ payOut }) => payOut)).size).toBe(5);
    expect(new Set(quotes.map(({ rate }) => rate)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(quotes.map(({ fee }) => fee)).size).toBeGreaterThanOrEqual(4);
    expect(setAside).toContainEqual(expect.objectContaining({ code: "unknown_pay_in", subject: "PA" }));
  });

  it("keeps Remitly's promotion apart from its standing price, and ends it at the cap", async () => {
    const [quote] = (await visitSource("remitly", ["be-ma:EUR-MAD"], ["1500"]))?.quotes ?? [];
    const promotion = quote?.promotion;
    expect(new Decimal(promotion?.rate ?? "0").gt(quote?.rate ?? "0")).toBe(true);
    const capped = new Decimal(promotion?.rate ?? "0").times(1000).plus(new Decimal(quote?.rate ?? "0").times(500));
    expect(promotion).toMatchObject({ upTo: "1000.00", fee: "0", received: fixedText(capped, 2) });
  });

  it("lists the feed's providers by alias, some for the sender's country and some for all", async () => {
    const quotes = (await visitSource("wise-comparisons", ["be-ma:EUR-MAD"], ["200"]))?.quotes ?? [];
    expect(quotes.map(({ provider }) => provider)).toEqual([
      "remitly",
      "instarem",
      "xoom",
      "ofx",
      "world-remit",
      "paypal",
      "western-union",
      "moneygram",
      "wise",
    ]);
    const everywhere = await askSandbox(sandbox.url, "wise-comparisons", {
      method: "GET",
      url: "https://api.wise.com/v4/comparisons/?sourceCurrency=EUR&targetCurrency=MAD&sendAmount=200",
    });
    expect(everywhere.body).toContain('"sourceCountry":"NL"');
    expect(everywhere.body).toContain('"sourceCountry":null');
  });

  it("says in each source's own way that a corridor or an amount is not priced", async () => {
    const ask = (source: string, url: string, body?: string) =>
      askSandbox(sandbox.url, source, body === undefined ? { method: "GET", url } : { method: "POST", url, body });
    const remitly = await ask(
      "remitly",
      "https://api.remitly.io/v3/calculator/estimate?conduit=BEL:EUR-UZB:UZS&anchor=SEND&amount=9",
    );
    expect([remitly.status, JSON.parse(remitly.body)[0].error_key]).toEqual([400, "corridor_not_supported"]);
    const taptap = await ask("taptap-send", "https://api.taptapsend.com/api/fxRates");
    expect([taptap.status, JSON.parse(taptap.body).code]).toEqual([400, "BAD_HEADER"]);
    const wise = await ask("wise", "https://api.wise.com/v3/quotes", "not JSON");
    expect(wise.status).toBe(422);
    const closed = await visitSource("western-union", ["be-cu:EUR-CUP"], ["100"]);
    expect(closed).toEqual({ quotes: [], setAside: [] });
  });
});

describe("sandbox: rates", () => {
  it.each([...allAdapters.rates.keys()])(
    "%s publishes at least what is expected of it, as the contract says",
    async (key) => {
      const rates = await readRates(key);
      expect(rates.length).toBeGreaterThanOrEqual(catalog.rateSources.get(key)?.expectations.minimumRates ?? 1_000);
      for (const rate of rates) expect(publishedRate.parse(rate)).toEqual(rate);
    },
  );

  it("publishers agree on the euro, and the CFA franc stands at its parity", async () => {
    const [ecb = [], frankfurter = [], openErApi = []] = await Promise.all(
      ["ecb", "frankfurter", "open-er-api"].map(readRates),
    );
    const rateOf = (rates: typeof ecb, quote: string) =>
      new Decimal(rates.find((rate) => rate.quote === quote)?.value ?? "0");
    const dollars = rateOf(ecb, "USD");
    for (const others of [frankfurter, openErApi]) {
      const implied = new Decimal(1).div(rateOf(others, "EUR"));
      expect(implied.div(dollars).minus(1).abs().lt("0.007")).toBe(true);
      expect(fixedText(rateOf(others, "XOF").div(rateOf(others, "EUR")), 0)).toBe("656");
    }
    expect(frankfurter.find(({ quote }) => quote === "MAD")?.contributors).toBeGreaterThanOrEqual(2);
  });

  it("history files and ranges hold the days between", async () => {
    const [ecb, frankfurter] = [allAdapters.rates.get("ecb"), allAdapters.rates.get("frankfurter")];
    for (const adapter of [ecb, frankfurter]) {
      const requests = adapter?.plan({ since: "2026-11-02", today: "2026-11-20" }) ?? [];
      const answers = await Promise.all(
        requests.map((request) => askSandbox(sandbox.url, adapter?.key ?? "", request)),
      );
      const days = new Set(adapter?.parse(answers).rates.map(({ observedOn }) => observedOn));
      expect(days).toContain("2026-11-02");
      expect(days).toContain("2026-11-20");
    }
  });
});
