import type { DatasetName } from "../../contracts/index.ts";
import { corridorDays } from "./corridor-days.ts";
import { corridors } from "./corridors.ts";
import type { Dataset } from "./dataset.ts";
import { providers } from "./providers.ts";
import { quotes } from "./quotes.ts";
import { rates } from "./rates.ts";
import { runs } from "./runs.ts";
import { surveyCorridors } from "./survey-corridors.ts";
import { surveyServices } from "./survey-services.ts";

/** Every dataset, by its name. */
export const datasets: Readonly<Record<DatasetName, Dataset>> = {
  quotes,
  rates,
  "corridor-days": corridorDays,
  providers,
  corridors,
  runs,
  "survey-services": surveyServices,
  "survey-corridors": surveyCorridors,
};
