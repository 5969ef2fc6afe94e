import type {
  ParsedQuotes,
  ParsedRates,
  QuoteTask,
  SourceAnswer,
} from "../../workers/collector/src/adapters/adapter.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { corridorOf, visit } from "./quote-task.ts";
import { loadAnswer } from "./source-fixture.ts";

export interface QuoteFixture {
  readonly file: string;
  /** The answers after the first, for a source that is asked several times a visit. */
  readonly next?: readonly string[];
  readonly task: QuoteTask;
}

/** The whole answers kept for each source under `test/fixtures/sources`, and what they answer. */
export const quoteFixtures: Readonly<Record<string, QuoteFixture>> = {
  wise: { file: "wise/be-ma-200.json", task: visit("be-ma:EUR-MAD", "200") },
  "wise-comparisons": { file: "wise-comparisons/be-ma-200.json", task: visit("be-ma:EUR-MAD", "200") },
  remitly: { file: "remitly/be-ma-150.json", task: visit("be-ma:EUR-MAD", "150") },
  "western-union": { file: "western-union/be-ma-150.json", task: visit("be-ma:EUR-MAD", "150") },
  worldremit: {
    file: "worldremit/be-ma-methods.json",
    next: ["csh", "mob", "bnk"].map((code) => `worldremit/be-ma-150-${code}.json`),
    task: visit("be-ma:EUR-MAD", "150"),
  },
  sendwave: {
    file: "sendwave/be-ma-segments.json",
    next: ["sendwave/be-ma-150-cash.json", "sendwave/be-ma-150-bank.json"],
    task: visit("be-ma:EUR-MAD", "150"),
  },
  koronapay: {
    file: "koronapay/be-uz-info.json",
    next: ["koronapay/be-uz-140-card.json", "koronapay/be-uz-140-cash.json"],
    task: visit("be-uz:EUR-UZS", "140"),
  },
  currencyfair: { file: "currencyfair/es-ph-140.json", task: visit("es-ph:EUR-PHP", "140") },
  instarem: {
    file: "instarem/be-ph-methods.json",
    next: ["instarem/be-ph-140-bank.json", "instarem/be-ph-140-debit.json", "instarem/be-ph-140-apple-pay.json"],
    task: visit("be-ph:EUR-PHP", "140"),
  },
  dahabshiil: {
    file: "dahabshiil/be-ke-200-cash.json",
    next: ["dahabshiil/be-ke-200-bank.json", "dahabshiil/be-ke-200-wallet.json"],
    task: visit("be-ke:EUR-KES", "200"),
  },
  nala: {
    file: "nala/rates.json",
    task: { corridors: ["be-ke:EUR-KES", "be-ug:EUR-UGX"].map(corridorOf), amounts: [] },
  },
  lemfi: { file: "lemfi/be-ng.json", task: visit("be-ng:EUR-NGN", "200") },
  "panda-remit": {
    file: "panda-remit/be-cn-rate.json",
    next: ["panda-remit/be-cn-200-fee.json"],
    task: visit("be-cn:EUR-CNY", "200"),
  },
  transfergo: { file: "transfergo/be-tr-200.json", task: visit("be-tr:EUR-TRY", "200") },
  paysend: { file: "paysend/be-ma.json", task: visit("be-ma:EUR-MAD", "500") },
  ofx: { file: "ofx/be-in-500.json", task: visit("be-in:EUR-INR", "500") },
  ria: {
    file: "ria/session.json",
    next: [
      ...["be-ma-150-bank-cash", "be-ma-150-card-cash", "be-ma-150-bank-bank", "be-ma-150-card-bank"],
      ...["refused", "refused"],
    ].map((name) => `ria/${name}.json`),
    task: visit("be-ma:EUR-MAD", "150"),
  },
  "taptap-send": {
    file: "taptap-send/fx-rates.json",
    task: { corridors: ["be-ma:EUR-MAD", "be-sn:EUR-XOF", "be-cd:EUR-USD"].map(corridorOf), amounts: [] },
  },
};

/** `url`: for answers that do not say themselves what they answer. */
export const rateFixtures: Readonly<Record<string, { readonly file: string; readonly url?: string }>> = {
  ecb: { file: "ecb/daily.xml" },
  frankfurter: { file: "frankfurter/rates.json" },
  "open-er-api": { file: "open-er-api/latest.json" },
  cbk: { file: "cbk/table.json" },
  "bnr-rwanda": {
    file: "bnr-rwanda/usd.json",
    url: "https://fxrates.bnr.rw/currency_history/?currency_name=USD&start_date=2026-11-18&end_date=2026-11-20",
  },
  cbn: { file: "cbn/rates.json" },
  nbe: { file: "nbe/2026-11-20.json" },
  nrb: { file: "nrb/rates.json" },
  bnm: { file: "bnm/session-0900.json" },
  fbil: { file: "fbil/range.json" },
  fawazahmed0: { file: "fawazahmed0/usd.json" },
  bceao: { file: "bceao/2026-11-20.html" },
  brb: { file: "brb/page.html" },
  bcc: { file: "bcc/2026-11-20.html", url: "https://www.bcc.cd/marche-des-changes/cours-de-change/2026-11-20" },
  inforeuro: {
    file: "inforeuro/2026-11.json",
    url: "https://ec.europa.eu/budg/inforeuro/api/public/monthly-rates?lang=EN&year=2026&month=11",
  },
  unore: { file: "unore/rates.xml" },
  "bank-al-maghrib": { file: "bank-al-maghrib/2026-11-20.json" },
  tcmb: { file: "tcmb/range.json" },
};

export function quotesOfFixture(key: string): ParsedQuotes {
  const fixture = quoteFixtures[key];
  const adapter = allAdapters.quotes.get(key);
  if (fixture === undefined || adapter === undefined) throw new Error(`no fixture or no adapter called ${key}`);
  return adapter.parse(answersOfFixture(fixture), fixture.task);
}

export function answersOfFixture({ file, next = [] }: QuoteFixture): readonly SourceAnswer[] {
  return [file, ...next].map((name) => loadAnswer(name));
}

export function ratesOfFixture(key: string): ParsedRates {
  const fixture = rateFixtures[key];
  const adapter = allAdapters.rates.get(key);
  if (fixture === undefined || adapter === undefined) throw new Error(`no fixture or no adapter called ${key}`);
  return adapter.parse([loadAnswer(fixture.file, undefined, fixture.url)]);
}
