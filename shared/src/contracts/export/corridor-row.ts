import { z } from "zod";
import { regimeKinds } from "../../domain/vocabulary.ts";
import { columns } from "./column.ts";
import { corridorColumns } from "./shared-columns.ts";

const { text, word, boolean, instant } = columns;

/** One corridor of money. */
export const corridorRow = z
  .object({
    ...corridorColumns,
    is_default_currency: boolean("Whether this is the pay-out currency an answer is in where nobody names one"),
    amounts: text("Sampled amounts in send_currency, ascending, separated by blanks"),
    regime: word(regimeKinds, "How the receive currency's rate is made (METHOD 4)"),
    enabled: boolean("Whether it is asked about and shown"),
    first_observed_at: instant("Its oldest quote; empty where there is none; UTC").nullable(),
    last_observed_at: instant("Its newest quote; UTC").nullable(),
  })
  .strict();
export type CorridorRow = z.infer<typeof corridorRow>;
