/**
 * NALA, table of rates: https://partners-api.prod.nala-api.com/v1/fx/rates, no parameter, no credential.
 * Publishes: a rate per currency pair. NO FEE, which NALA does charge for some ways of paying: its offers are listed with
 * their rate and have no rank. No amount, method, promotion or speed. Where the fee sits is not known either; it is noted
 * as on top, and decides nothing as long as there is no fee.
 * Direction: `rate` is target per source, a JSON number or a string.
 * Quirks: the table may speak of other firms; NALA's own rows are spelt "nala" or "NALA". It knows currencies and no
 * countries: config says which corridors they are read for. `created_at` is when the row was written, and the table is not
 * known to drop old rows: it is the price's age.
 * Seen: in clients only, 2024 to 2026; the shape is reconstructed.
 */
import { currencyCode, instant, type PublishedQuote, positiveDecimalString } from "@openremit/shared/contracts";
import { type Corridor, corridorKey, Decimal } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SourceAnswer } from "../adapter.ts";
import { answerOf } from "../one-visit.ts";
import { type CorridorReading, readCorridors } from "../read-corridors.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { unsaid } from "../unsaid.ts";

const rateRow = z.object({
  source_currency: currencyCode,
  destination_currency: currencyCode,
  rate: positiveDecimalString,
  provider_name: z.string(),
  created_at: instant,
});
type RateRow = z.infer<typeof rateRow>;

/** A row of another firm is nobody's price here, whatever it looks like. */
const table = z.object({ data: z.array(z.looseObject({ provider_name: z.string() })).min(1) });

export const nala: QuoteAdapter = {
  key: "nala",
  version: "1",
  scope: "all",

  plan(): readonly PlannedRequest[] {
    const url = "https://partners-api.prod.nala-api.com/v1/fx/rates";
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[], { corridors }: QuoteTask): ParsedQuotes {
    const { data } = readShape(table, readJson(answerOf(answers).body));
    const own = data.filter(({ provider_name }) => provider_name.toLowerCase() === "nala");
    const rows = readShape(z.array(rateRow).min(1), own);
    return readCorridors(corridors, (corridor) => readCorridor(corridor, newestOf(rows, corridor)));
  },
};

function readCorridor(corridor: Corridor, newest: readonly RateRow[]): CorridorReading {
  const [row] = newest;
  if (row === undefined) return null;
  if (!isAmbiguous(newest)) return quoteOf(corridor, row);
  const detail = `rates of the same moment: ${newest.map(({ rate }) => rate).join(", ")}`;
  return { code: "ambiguous_price", subject: corridorKey(corridor), detail };
}

/** The pair's newest rows: more than one only where they were written at the same moment. */
function newestOf(rows: readonly RateRow[], { sendCurrency, receiveCurrency }: Corridor): readonly RateRow[] {
  const ofPair = rows.filter(
    (row) => row.source_currency === sendCurrency && row.destination_currency === receiveCurrency,
  );
  const writtenMs = ofPair.map(({ created_at }) => Date.parse(created_at));
  return ofPair.filter((_, place) => writtenMs[place] === Math.max(...writtenMs));
}

function isAmbiguous(rows: readonly RateRow[]): boolean {
  return rows.some(({ rate }) => !new Decimal(rate).eq(rows[0]?.rate ?? rate));
}

function quoteOf(corridor: Corridor, { rate, created_at }: RateRow): PublishedQuote {
  return {
    ...unsaid,
    provider: "nala",
    corridor,
    payIn: null,
    payOut: null,
    payInCode: null,
    payOutCode: null,
    feePlacement: "on_top",
    amount: null,
    fee: null,
    rate,
    received: null,
    priceKind: "standing",
    observedAt: created_at,
  };
}
