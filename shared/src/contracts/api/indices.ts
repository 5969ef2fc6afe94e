import { z } from "zod";
import { corridorRef } from "../observation.ts";
import { currencyCode, day } from "../primitives.ts";
import { dataVersion, moneyText, pctText, simulated, warnings } from "./common.ts";

export const indexQuery = z
  .object({
    since: day.optional().describe("First day; default 30 days before `until`"),
    until: day.optional().describe("Last day, included; default today"),
    sendCurrency: currencyCode.optional(),
    receiveCurrency: currencyCode.optional(),
  })
  .strict();

const count = z.number().int().min(0);

export const indexAmount = z
  .object({
    amount: moneyText.describe("Send currency: the survey's equivalent of USD 200 or 500"),
    meanCostPct: pctText
      .nullable()
      .describe(
        "Mean effective cost (METHOD 2), which sets what arrives against all that is paid: not the survey's fee / amount + margin; null without an offer or a reference rate",
      ),
    medianCostPct: pctText.nullable(),
    cheapest3CostPct: pctText.nullable().describe("Mean of the three cheapest; null where there are fewer"),
    offers: count.describe(
      "Standing offers seen that day and not stale at its end, each at its last price; one of a tariff document counts on the day somebody read it",
    ),
    providers: count,
    sources: count,
    withoutReference: count.describe(
      "Offers left out because the day has no usable reference rate, or one that its own offers show not to be what people get (METHOD 4)",
    ),
  })
  .meta({ id: "IndexAmount" });

export const indexDay = z
  .object({ day, amounts: z.array(indexAmount).describe("Ascending; an amount nobody quoted is left out") })
  .meta({ id: "IndexDay" });

export const indexAnswer = z
  .object({
    corridor: corridorRef,
    question: z.object({ since: day, until: day }),
    simulated,
    days: z.array(indexDay).describe("Ascending; a day without a single price is left out"),
    method: z.string().describe("Where the definitions stand").meta({ example: "/v1/method#7-statistics" }),
    n: count.describe("Offer-days behind all figures"),
    dataVersion,
    warnings,
  })
  .meta({ id: "IndexAnswer" });
export type IndexAnswer = z.infer<typeof indexAnswer>;
