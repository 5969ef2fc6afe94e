import { z } from "zod";
import { freshnessStates, payIns, payOuts, regimeKinds, sourceKinds } from "../../domain/vocabulary.ts";
import { corridorRef } from "../observation.ts";
import { corridorId, countryCode, currencyCode, instant, key } from "../primitives.ts";
import {
  dataVersion,
  freshnessState,
  moneyText,
  named,
  pctText,
  referenceRate,
  simulated,
  warnings,
} from "./common.ts";

const coverage = z
  .object({
    providers: z.number().int().describe("Providers with a ranked offer"),
    sources: z.number().int().describe("Sources those offers come from"),
    offers: z.number().int().describe("Ranked offers"),
    unranked: z.number().int().describe("Known offers that could not be ranked"),
  })
  .meta({ id: "Coverage" });

/** Informational: no provider passes or fails either line (METHOD 7). */
const line = z.object({
  linePct: pctText,
  means: z.string().describe("Whose target it is"),
  meanIs: z
    .enum(["below", "above"])
    .nullable()
    .describe("`below`: the mean is at most the line; null where it is unknown"),
});

export const corridorSummary = z
  .object({
    corridor: corridorRef,
    pay: moneyText.describe("Amount the figures are for: total paid, send currency"),
    bestCostPct: pctText.nullable().describe("Cheapest offer's effective cost"),
    medianCostPct: pctText.nullable(),
    meanCostPct: pctText.nullable(),
    bestProvider: named.nullable(),
    bestReceived: moneyText.nullable(),
    coverage,
    newestObservedAt: instant.nullable(),
    oldestObservedAt: instant.nullable().describe("Oldest among the ranked offers"),
    reference: referenceRate.nullable(),
    lines: z.array(line).describe("The 3 % and 5 % lines of SDG 10.c beside the mean; informational"),
    warnings,
  })
  .meta({ id: "CorridorSummary" });
export type CorridorSummary = z.infer<typeof corridorSummary>;

export const corridorsAnswer = z
  .object({
    simulated,
    dataVersion,
    corridors: z.array(corridorSummary).describe("By median cost ascending (unknown last), or by id"),
    warnings,
  })
  .meta({ id: "CorridorsAnswer" });
export type CorridorsAnswer = z.infer<typeof corridorsAnswer>;

export const corridorsQuery = z
  .object({
    from: countryCode.optional().describe("Only corridors from this country").meta({ example: "BE" }),
    to: countryCode.optional().describe("Only corridors to this country"),
    sort: z.enum(["cost", "id"]).default("cost").describe("`cost`: cheapest median first"),
  })
  .strict();

const moneyCorridor = z.object({
  receiveCurrency: currencyCode,
  regime: z.enum(regimeKinds).describe("How the receive currency's rate is made (METHOD 4)"),
  reference: referenceRate.nullable(),
  payIns: z.array(z.enum(payIns).nullable()).describe("Seen in what is held; null: a source that does not say"),
  payOuts: z.array(z.enum(payOuts).nullable()),
  providers: z.array(named),
  sources: z.array(
    z.object({
      key,
      name: z.string(),
      kind: z.enum(sourceKinds),
      lastSuccessAt: instant.describe("When the source last answered about this corridor"),
      newestObservedAt: instant.nullable(),
      freshness: z.enum(freshnessStates).nullable(),
      everyMinutes: z.number().int(),
    }),
  ),
  freshness: freshnessState.nullable().describe("Of the newest observation"),
  warnings,
});

export const corridorAnswer = z
  .object({
    id: corridorId,
    sendCountry: countryCode,
    sendCurrency: currencyCode,
    receiveCountry: countryCode,
    receiveCurrencies: z.array(currencyCode).describe("The default first"),
    amounts: z.array(moneyText).describe("Sampled amounts, send currency"),
    senderLanguages: z.array(z.string()),
    simulated,
    dataVersion,
    currencies: z.array(moneyCorridor).describe("One corridor of money per pay-out currency (METHOD 5)"),
    warnings,
  })
  .meta({ id: "CorridorAnswer" });
export type CorridorAnswer = z.infer<typeof corridorAnswer>;
