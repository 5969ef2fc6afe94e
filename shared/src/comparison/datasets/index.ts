import type { DatasetName } from "../../contracts/index.ts";
import { corridorDays } from "./corridor-days.ts";
import { corridors } from "./corridors.ts";
import type { Dataset } from "./dataset.ts";
import { providers } from "./providers.ts";
import { quotes } from "./quotes.ts";
import { rates } from "./rates.ts";
import { runs } from "./runs.ts";

/** Every dataset, by its name. */
export const datasets: Readonly<Record<DatasetName, Dataset>> = {
  quotes,
  rates,
  "corridor-days": corridorDays,
  providers,
  corridors,
  runs,
};
