import { z } from "zod";
import { decimalString } from "../primitives.ts";
import { alpha3Code, surveyCorridor, surveyPeriod } from "../survey.ts";
import { dataVersion, warnings } from "./common.ts";

const costPct = decimalString
  .nullable()
  .describe("Per cent, rounded half-up to four places; null where no service is behind it")
  .meta({ example: "6.7677" });
const count = z.number().int().min(0);

const cheapest = z
  .object({ firm: z.string(), totalCostPct: decimalString })
  .nullable()
  .describe("The cheapest service; null where there is none");

const costs = {
  services: count.describe("Service rows behind the figures at USD 200: transparent ones with a published total"),
  firms: count.describe("Firms behind them"),
  average200Pct: costPct.describe("Mean over service rows at USD 200; null without one"),
  average500Pct: costPct.describe("The same at USD 500"),
  median200Pct: costPct,
  median500Pct: costPct,
  services500: count.describe("Service rows behind the figures at USD 500"),
};

/** What every answer about the survey says of itself. */
const about = {
  method: z.string().describe("Where the definitions stand").meta({ example: "/v1/method#7-statistics" }),
  n: count.describe("Service rows behind all figures at USD 200 of this answer"),
  dataVersion,
  attribution: z.string().describe("Must be shown wherever these figures are shown"),
  warnings,
};

export const surveyGroup = z
  .object({
    value: z.string().nullable().describe("Null: not published, or none of our words says exactly that"),
    ...costs,
  })
  .meta({ id: "SurveyGroup" });

export const surveyCorridorPeriod = z
  .object({
    period: surveyPeriod,
    ...costs,
    smartLikePct: costPct.describe("See `smartLikeRule`"),
    cheapest200: cheapest,
    cheapest500: cheapest,
    by: z
      .object({
        firmType: z.array(surveyGroup),
        payIn: z.array(surveyGroup),
        payOut: z.array(surveyGroup),
        speed: z.array(surveyGroup),
      })
      .describe("The same services in groups"),
  })
  .meta({ id: "SurveyCorridorPeriod" });

export const surveyCorridorParams = z.object({ corridor: surveyCorridor }).strict();

export const surveyCorridorAnswer = z
  .object({
    corridor: surveyCorridor,
    periods: z.array(surveyCorridorPeriod).describe("Ascending; a quarter that nobody surveyed is left out"),
    smartLikeRule: z.string().describe("What `smartLikePct` is"),
    ...about,
  })
  .meta({ id: "SurveyCorridorAnswer" });
export type SurveyCorridorAnswer = z.infer<typeof surveyCorridorAnswer>;

export const surveyCorridorsQuery = z
  .object({
    period: surveyPeriod.optional().describe("The quarter; default the latest one surveyed"),
    from: alpha3Code.optional().describe("Sending country"),
    to: alpha3Code.optional().describe("Receiving country"),
  })
  .strict();

export const surveyCorridorsAnswer = z
  .object({
    period: surveyPeriod.nullable().describe("Null: nothing is imported"),
    corridors: z
      .array(z.object({ corridor: surveyCorridor, ...costs, smartLikePct: costPct }).meta({ id: "SurveyCorridorRow" }))
      .describe("In the order of their codes"),
    smartLikeRule: z.string().describe("What `smartLikePct` is"),
    ...about,
  })
  .meta({ id: "SurveyCorridorsAnswer" });
export type SurveyCorridorsAnswer = z.infer<typeof surveyCorridorsAnswer>;

export const surveyPlaces = ["region", "sender", "receiver"] as const;

export const surveyWorldQuery = z
  .object({
    by: z
      .enum(surveyPlaces)
      .optional()
      .describe("Means of places beside the world's: World Bank regions of the receivers, senders or receivers"),
  })
  .strict();

export const surveyWorldPeriod = z
  .object({
    period: surveyPeriod,
    ...costs,
    smartLikePct: costPct.describe("Mean over the corridors that have one; see `smartLikeRule`"),
    corridors: count.describe("Corridors with a figure at USD 200"),
    corridorsAbove5: count.describe("Those of them above 5 %"),
    shareAbove5Pct: costPct.describe("The same as a share, per cent"),
    weighted: z
      .object({
        average200Pct: costPct.describe("Σ flow × corridor mean / Σ flow"),
        corridors: count.describe("Corridors with both a mean and a flow"),
        coveredFlowPct: costPct.describe(
          "Share of all flows, those from Russia left out, that those corridors carry; per cent",
        ),
      })
      .nullable()
      .describe("Mean of corridors weighted by the money that flows through them; null without imported flows"),
  })
  .meta({ id: "SurveyWorldPeriod" });

export const surveyPlace = z
  .object({
    place: z.string().describe("ISO 3166-1 alpha-3 code, or the region"),
    name: z.string(),
    periods: z.array(z.object({ period: surveyPeriod, corridors: count, ...costs })),
  })
  .meta({ id: "SurveyPlace" });

export const surveyWorldAnswer = z
  .object({
    periods: z
      .array(surveyWorldPeriod)
      .describe("Ascending; mean over service rows at USD 200, senders in Russia left out"),
    sdg10c1: z
      .array(z.object({ year: z.string(), averagePct: costPct, services: count, firms: count, period: surveyPeriod }))
      .describe("The indicator SDG 10.c.1 takes the third quarter of a year"),
    weights: z
      .object({ name: z.string(), year: z.string(), attribution: z.string() })
      .nullable()
      .describe("The flows behind `weighted`: one year's for every quarter; null: none is imported"),
    places: z.array(surveyPlace).nullable().describe("Null unless asked by `by`; every sender counts"),
    classification: z.string().nullable().describe("Which regions; null unless asked by region"),
    smartLikeRule: z.string().describe("What `smartLikePct` is"),
    ...about,
  })
  .meta({ id: "SurveyWorldAnswer" });
export type SurveyWorldAnswer = z.infer<typeof surveyWorldAnswer>;
