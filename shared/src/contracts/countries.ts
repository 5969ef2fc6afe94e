import { z } from "zod";
import { day } from "./primitives.ts";

const code = z.string().regex(/^[A-Z]{3}$/, "an ISO 3166-1 alpha-3 code such as BEL");

/** `config/countries.json`: names and regions of countries as the World Bank's surveys and matrices write them. */
export const countriesConfig = z
  .object({
    $schema: z.string().optional(),
    classification: z
      .object({
        title: z.string().min(3).describe("Which list of regions"),
        url: z.url(),
        checkedOn: day.describe("Last day on which that list was in force"),
      })
      .strict(),
    regions: z
      .array(z.object({ region: z.string().min(3), countries: z.array(code).min(1) }).strict())
      .min(1)
      .describe("Every country stands in one region"),
    names: z
      .record(code, z.array(z.string().min(2)).min(1))
      .describe("By ISO 3166-1 alpha-3 code; the first name is shown, the others are read"),
    formerCodes: z.record(code, code).describe("Codes that are not ISO 3166-1, or no longer, and what they stand for"),
    dissolved: z.array(code).describe("Countries that no longer exist and have no single successor"),
  })
  .strict();
export type CountriesConfig = z.infer<typeof countriesConfig>;
