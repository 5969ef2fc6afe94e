import { z } from "zod";
import { columns } from "./column.ts";
import { corridorColumns, sendMoney } from "./shared-columns.ts";

const { text, decimal, integer, boolean, day } = columns;
const percent = "per cent of what is paid";

/** What one corridor cost on one day at one sampled amount (METHOD 7). */
export const corridorDayRow = z
  .object({
    ...corridorColumns,
    day: day("UTC"),
    amount: decimal(sendMoney, "Sampled amount"),
    mean_cost_pct: decimal(
      percent,
      "Mean effective cost of the standing offers (METHOD 2), which sets what arrives against all that is paid: not the survey's fee / amount + margin",
    ).nullable(),
    median_cost_pct: decimal(percent, "Median effective cost").nullable(),
    cheapest_cost_pct: decimal(percent, "Effective cost of the cheapest offer").nullable(),
    cheapest_provider: text("Whose offer that is").nullable(),
    cheapest3_cost_pct: decimal(
      percent,
      "Mean effective cost of the three cheapest offers; empty where there are fewer",
    ).nullable(),
    offers: integer(
      "offers",
      "Offers behind the figures: seen that day and not stale at its end, each at its last price; one of a tariff document counts on the day somebody read it",
    ),
    providers: integer("providers", "Providers behind them"),
    sources: integer("sources", "Sources behind them"),
    without_reference: integer(
      "offers",
      "Offers left out because the day has no usable reference rate, or one that its own offers show not to be what people get (METHOD 4)",
    ),
    simulated: boolean("True: made of invented prices"),
  })
  .strict();
export type CorridorDayRow = z.infer<typeof corridorDayRow>;
