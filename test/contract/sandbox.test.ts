import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createSandbox } from "@openremit/sandbox";
import { corridorsForSource, loadCatalog } from "@openremit/shared/catalog";
import { type PublishedQuote, publishedQuote, publishedRate } from "@openremit/shared/contracts";
import { type Corridor, corridorKey, Decimal, fixedText, minorUnits, type PayOut } from "@openremit/shared/domain";
import { createMarket } from "../../services/sandbox/src/model/market.ts";
import { providers as modelProviders, type ProviderName } from "../../services/sandbox/src/model/providers.ts";
import { serves } from "../../services/sandbox/src/model/standing-price.ts";
import type { ParsedQuotes, QuoteAdapter } from "../../workers/collector/src/adapters/adapter.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { plausibleRate } from "../../workers/collector/src/checks/plausible-rate.ts";
import { askSandbox } from "../support/ask-sandbox.ts";
import { buildObservation } from "../support/build-observation.ts";
import { corridorOf, newestRates } from "../support/quote-task.ts";
import { askWhole } from "../support/whole-visit.ts";

const now = new Date("2026-11-20T15:30:00Z");
const sandbox = createSandbox({ port: 0, seed: "test", clock: { now: () => now } });
const market = createMarket("test", now);
const modelNames = Object.keys(modelProviders) as ProviderName[];
const catalog = loadCatalog(fileURLToPath(new URL("../../config", import.meta.url)));

beforeAll(() => sandbox.start());
afterAll(() => sandbox.stop());

/** What a visit to a source yields; null where it has an answer that is no price. */
async function visitSource(source: string, corridors: readonly string[], amounts: readonly string[]) {
  const adapter = allAdapters.quotes.get(source);
  if (adapter === undefined) throw new Error(`no adapter ${source}`);
  const task = { corridors: corridors.map(corridorOf), amounts };
  const answers = await askWhole(adapter, task, (request) => askSandbox(sandbox.url, source, request));
  const isRead = answers.every(({ status }) => status === 200 || status === 422);
  return isRead ? adapter.parse(answers, task) : null;
}

async function readRates(source: string) {
  const adapter = allAdapters.rates.get(source);
  if (adapter === undefined) throw new Error(`no adapter ${source}`);
  const requests = adapter.plan(newestRates);
  return adapter.parse(await Promise.all(requests.map((request) => askSandbox(sandbox.url, source, request)))).rates;
}

/** What the recipient gets by the quote's own fees and rate. */
function computed({ feePlacement, amount, fee, rate, payOutFee }: PublishedQuote): Decimal {
  const sent = new Decimal(amount ?? "0");
  const converted = (feePlacement === "inside" ? sent.minus(fee ?? "0") : sent).times(rate ?? "0");
  return converted.minus(payOutFee ?? "0");
}

function isOneMinorUnitOff(quote: PublishedQuote, received: string): boolean {
  const smallest = new Decimal(10).pow(-minorUnits(quote.corridor.receiveCurrency));
  return computed(quote).minus(received).abs().gte(smallest);
}

/** Served corridors, as the sandbox's model has it; Wise is simulated apart from the model. */
function isServed(source: string, corridor: Corridor): boolean {
  if (source === "wise") return corridor.receiveCountry !== "CD";
  const alias = [...modelNames].find((name) => catalog.providerByAlias(name)?.key === source);
  return alias === undefined || serves(alias, market, corridor);
}

/** Everything wrong with what one visit read, as sentences; empty where all is well. */
function problemsOf(parsed: ParsedQuotes | null, source: string, corridor: Corridor): string[] {
  const quotes = (parsed?.quotes ?? []).filter((quote) => corridorKey(quote.corridor) === corridorKey(corridor));
  if (!isServed(source, corridor)) return quotes.length > 0 ? [`${source}: prices where it does not send to`] : [];
  if (quotes.length === 0) return [`${source}: no price`];
  return quotes.flatMap((quote) => {
    const read = publishedQuote.safeParse(quote);
    if (!read.success) return [`${source}: ${read.error.message}`];
    const isOff = quote.received !== null && isOneMinorUnitOff(quote, quote.received);
    const sum = isOff ? [`${source}: ${quote.received} is not what ${JSON.stringify(quote)} comes to`] : [];
    return [...sum, ...implausibleRates(quote, source)];
  });
}

/** What the collector's check says of a simulated rate, against the market it is made from. */
function implausibleRates(quote: PublishedQuote, key: string): readonly string[] {
  const source = catalog.quoteSources.get(key);
  if (source === undefined) throw new Error(`${key} is not configured`);
  return plausibleRate([buildObservation({ ...quote, source: key, observedAt: now.toISOString() })], {
    source,
    covers: [],
    known: [],
    now,
    referenceFor: ({ sendCurrency, receiveCurrency }) => market.liveMid(sendCurrency, receiveCurrency),
    regimeIsMultiple: () => false,
  });
}

/** A source of scope "all" is visited once, whatever the corridor. */
const visits = new Map<string, Promise<ParsedQuotes | null>>();
function visitOnce({ key, scope }: QuoteAdapter, pair: string, amount: string) {
  const task =
    scope === "all" ? { pairs: [...catalog.corridors.keys()], amounts: [] } : { pairs: [pair], amounts: [amount] };
  const label = [key, ...task.pairs, ...task.amounts].join(" ");
  const visit = visits.get(label) ?? visitSource(key, task.pairs, task.amounts);
  visits.set(label, visit);
  return visit;
}

function sourcesOf(pair: string): QuoteAdapter[] {
  return [...allAdapters.quotes.values()].filter(({ key }) => {
    const source = catalog.quoteSources.get(key);
    return source !== undefined && corridorsForSource(catalog, source).map(corridorKey).includes(pair);
  });
}

/** Amounts take turns over the corridors: each source × corridor is asked, and every amount with some corridor. */
describe("sandbox: corridors", () => {
  it.each([...catalog.corridors.keys()].map((pair, position) => ({ pair, position })))(
    "$pair is answered by each of its sources in the shape its adapter reads, by six providers, in cash and digitally",
    async ({ pair, position }) => {
      const corridor = corridorOf(pair);
      const amounts = catalog.corridorConfigs.get(corridor.id)?.amounts ?? [];
      const amount = amounts[position % amounts.length] ?? "200";
      const parsed = await Promise.all(
        sourcesOf(pair).map(async (adapter) => ({ source: adapter.key, read: await visitOnce(adapter, pair, amount) })),
      );
      expect(parsed.flatMap(({ source, read }) => problemsOf(read, source, corridor))).toEqual([]);
      const quotes = parsed
        .flatMap(({ read }) => read?.quotes ?? [])
        .filter((quote) => corridorKey(quote.corridor) === pair);
      const providers = new Set(quotes.map(({ provider }) => catalog.providerByAlias(provider)?.key ?? provider));
      expect(providers.size).toBeGreaterThanOrEqual(6);
      const payOuts = new Set(quotes.map(({ payOut }) => payOut));
      expect(payOuts).toContain("cash_pickup");
      expect(["bank_deposit", "mobile_wallet", "card"].some((payOut) => payOuts.has(payOut as PayOut))).toBe(true);
    },
  );

  it.each([...allAdapters.quotes.values()].filter(({ scope }) => scope !== "all"))(
    "$key answers every sampled amount",
    async ({ key }) => {
      const source = catalog.quoteSources.get(key);
      const corridor = corridorsForSource(catalog, source ?? { corridors: [] }).find((one) => isServed(key, one));
      if (corridor === undefined) throw new Error(`${key} serves no corridor`);
      for (const amount of catalog.corridorConfigs.get(corridor.id)?.amounts ?? []) {
        expect(problemsOf(await visitSource(key, [corridorKey(corridor)], [amount]), key, corridor)).toEqual([]);
      }
    },
  );

  it("has a mid rate for every currency that is sent or paid out", () => {
    const all = [...catalog.corridors.values()].flatMap(({ sendCurrency, receiveCurrency }) => [
      sendCurrency,
      receiveCurrency,
    ]);
    expect(all.filter((currency) => !market.knows(currency))).toEqual([]);
  });
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
