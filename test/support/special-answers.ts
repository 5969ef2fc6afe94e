import type { ParsedQuotes, ParsedRates } from "../../workers/collector/src/adapters/adapter.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { answersOfFixture, type QuoteFixture, quoteFixtures } from "./adapter-fixtures.ts";
import { visit } from "./quote-task.ts";
import { loadAnswer } from "./source-fixture.ts";

/** Why a source has no answer of a kind. */
export interface Missing {
  readonly missing: string;
}

/** An answer of the quote fixtures, with what makes it special. */
export type SpecialQuotes = QuoteFixture & {
  readonly status?: number;
  readonly change?: (body: string) => string;
};

export interface SpecialRates {
  readonly file: string;
  readonly status?: number;
  readonly url?: string;
}

const beMa = visit("be-ma:EUR-MAD", "150");
const wholeTable = { missing: "its table is never empty: one without rows is refused" };

/** Each source's own way to say that there is no price: the only answers that may be read as empty. */
export const emptyQuotes: Readonly<Record<string, SpecialQuotes | Missing>> = {
  wise: { file: "wise/not-offered.json", status: 422, task: visit("be-ma:EUR-MAD", "200") },
  "wise-comparisons": { file: "wise-comparisons/no-providers.json", task: visit("be-ma:EUR-MAD", "200") },
  remitly: { missing: "it refuses a pair with 400, which fails the visit before an adapter sees it" },
  "western-union": { file: "western-union/not-priced.json", task: beMa },
  worldremit: { file: "worldremit/no-methods.json", task: beMa },
  sendwave: { file: "sendwave/no-segments.json", task: beMa },
  koronapay: { file: "koronapay/not-offered.json", task: visit("be-uz:EUR-UZS", "140") },
  currencyfair: { missing: "what it answers for a pair it does not offer is not known" },
  instarem: { file: "instarem/no-methods.json", task: visit("be-ph:EUR-PHP", "140") },
  dahabshiil: { missing: "how it says not offered was never recorded: where nothing has a price, the visit fails" },
  nala: { file: "nala/rates.json", task: { ...visit("be-ph:EUR-PHP", "200"), amounts: [] } },
  lemfi: { file: "lemfi/not-offered.json", status: 412, task: visit("be-ng:EUR-NGN", "200") },
  "panda-remit": { missing: "how it refuses a pair was never seen" },
  transfergo: { file: "transfergo/be-tr-200-unavailable.json", task: visit("be-tr:EUR-TRY", "200") },
  paysend: { missing: "what its pages say of a pair it does not offer was never recorded" },
  ofx: { file: "ofx/below-minimum.json", task: visit("be-in:EUR-INR", "50") },
  ria: { missing: "how it says not offered is not known: where every method is turned down, the visit fails" },
  "taptap-send": { file: "taptap-send/fx-rates.json", task: { ...visit("be-ph:EUR-PHP", "200"), amounts: [] } },
};

/** An answer of each source in which a promotion is at work. */
export const promotedQuotes: Readonly<Record<string, SpecialQuotes | Missing>> = {
  wise: {
    file: "wise/be-ma-200.json",
    change: (body) => body.replace('"payIn": 0, "discount": 0', '"payIn": 0, "discount": 0.95'),
    task: visit("be-ma:EUR-MAD", "200"),
  },
  "wise-comparisons": { missing: "it speaks of standing prices only" },
  "western-union": {
    file: "western-union/be-ma-150.json",
    change: (body) => body.replace('"fx_rate": 10.58,', '"fx_rate": 10.58, "promotional_fx_rate": 10.75,'),
    task: beMa,
  },
  koronapay: { missing: "what its discounts are taken off is not known: a discounted price is set aside" },
  currencyfair: { file: "currencyfair/es-ph-140-first-transfer.json", task: visit("es-ph:EUR-PHP", "140") },
  nala: { missing: "its table holds one rate a pair, and nothing beside it" },
  lemfi: { missing: "its answer holds one rate and one fee" },
  "panda-remit": {
    file: "panda-remit/be-cn-rate.json",
    next: ["panda-remit/be-cn-500-fee.json"],
    task: visit("be-cn:EUR-CNY", "500"),
  },
  transfergo: { file: "transfergo/be-tr-200-promotion.json", task: visit("be-tr:EUR-TRY", "200") },
  paysend: { file: "paysend/be-ma-promotion.json", task: visit("be-ma:EUR-MAD", "500") },
  ofx: { missing: "no promotion of it was ever seen" },
  "taptap-send": { missing: "its table holds standing prices only" },
  ...fromUsualAnswers("remitly", "worldremit", "sendwave", "instarem", "dahabshiil", "ria"),
};

/** Each rate source's own way to say that nothing was published. */
export const emptyRates: Readonly<Record<string, SpecialRates | Missing>> = {
  "bank-al-maghrib": { file: "bank-al-maghrib/empty.json" },
  bcc: {
    file: "bcc/not-found.html",
    status: 404,
    url: "https://www.bcc.cd/marche-des-changes/cours-de-change/2026-11-19",
  },
  bceao: { file: "bceao/holiday.html" },
  bnm: { missing: "it was asked for the newest session, and there always is one" },
  "bnr-rwanda": {
    file: "bnr-rwanda/empty.json",
    url: "https://fxrates.bnr.rw/currency_history/?currency_name=KES&start_date=2026-11-21&end_date=2026-11-22",
  },
  brb: { missing: "its page always holds the newest table" },
  cbk: wholeTable,
  cbn: wholeTable,
  ecb: wholeTable,
  fawazahmed0: wholeTable,
  fbil: { file: "fbil/empty.json" },
  frankfurter: wholeTable,
  inforeuro: wholeTable,
  nbe: { file: "nbe/empty.json" },
  nrb: { file: "nrb/empty.json" },
  "open-er-api": wholeTable,
  tcmb: { file: "tcmb/empty.json" },
  unore: wholeTable,
};

export function readSpecialQuotes(key: string, special: SpecialQuotes): ParsedQuotes {
  const adapter = allAdapters.quotes.get(key);
  if (adapter === undefined) throw new Error(`no adapter called ${key}`);
  const { status = 200, change = (body: string) => body, task } = special;
  const answers = answersOfFixture(special).map((answer) => ({ ...answer, status, body: change(answer.body) }));
  return adapter.parse(answers, task);
}

export function readSpecialRates(key: string, { file, status = 200, url }: SpecialRates): ParsedRates {
  const adapter = allAdapters.rates.get(key);
  if (adapter === undefined) throw new Error(`no adapter called ${key}`);
  return adapter.parse([{ ...loadAnswer(file, undefined, url), status }]);
}

/** Sources whose usual answer shows a promotion already. */
function fromUsualAnswers(...keys: readonly string[]): Record<string, SpecialQuotes> {
  return Object.fromEntries(
    keys.map((key) => {
      const usual = quoteFixtures[key];
      if (usual === undefined) throw new Error(`no fixture of ${key}`);
      return [key, usual] as const;
    }),
  );
}
