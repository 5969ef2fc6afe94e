import { z } from "zod";
import { regimeKinds } from "../domain/vocabulary.ts";
import { currencyCode, day, positiveDecimalString, schemaRef } from "./primitives.ts";

/** `config/pegs.json`: officially asserted parities, each with when and who says so. */
export const pegsConfig = z
  .object({
    ...schemaRef,
    pegs: z.array(
      z
        .object({
          currency: currencyCode,
          anchor: currencyCode,
          value: positiveDecimalString.describe("Units of `currency` per one unit of `anchor`"),
          since: day,
          until: day.nullable(),
          source: z.string().min(3),
        })
        .strict(),
    ),
  })
  .strict();
export type PegsConfig = z.infer<typeof pegsConfig>;

/** `config/regimes.json`: how each currency's rate is made. A currency that is not listed floats. */
export const regimesConfig = z
  .object({
    ...schemaRef,
    majors: z.array(currencyCode).describe("Currencies held to the tight disagreement limit"),
    regimes: z.array(
      z
        .object({
          currency: currencyCode,
          regime: z.enum(regimeKinds),
          since: day
            .nullable()
            .describe("First day; null: not known, it holds for all days before the currency's next entry"),
          source: z.string().min(3),
        })
        .strict(),
    ),
  })
  .strict();
export type RegimesConfig = z.infer<typeof regimesConfig>;

/** `config/calendars.json`: days on which a publisher is closed beyond weekends. */
export const calendarsConfig = z
  .object({
    ...schemaRef,
    target: z.object({ source: z.string().min(3), closedOn: z.array(day) }).strict(),
  })
  .strict();
export type CalendarsConfig = z.infer<typeof calendarsConfig>;
