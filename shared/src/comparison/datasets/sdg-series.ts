import { type SdgRow, sdgContract, type sdgSeriesCodes } from "../../contracts/index.ts";
import type { Decimal } from "../../domain/index.ts";
import { surveyAttribution } from "../survey/about-survey.ts";
import { costText } from "../survey/cost-texts.ts";
import { createSurveyPast } from "../survey/survey-past.ts";
import { buildWorldQuarter, indicatorQuarter } from "../survey/world-answer.ts";
import { createListedDataset } from "./listed-dataset.ts";

const world = "WLD";

interface Figure {
  readonly average200Pct: Decimal | null;
  readonly services: number;
  readonly corridors: number;
}

/** The survey's third quarters in the manner of SDG indicator 10.c.1, by the code that answers for the world. */
export const sdgSeries = createListedDataset({
  contract: sdgContract,
  async *list(_filters, { view, catalog }) {
    const past = createSurveyPast(view);
    const rows: SdgRow[] = [];
    for (const period of await past.periods()) {
      if (!period.endsWith(indicatorQuarter)) continue;
      const quarter = buildWorldQuarter(period, await past.prices({ period }), catalog.countries);
      const year = period.slice(0, 4);
      rows.push(
        ...rowsOf("SI_RMT_COST", world, year, quarter.world),
        ...quarter.places.receiver.flatMap((one) => rowsOf("SI_RMT_COST", one.place, year, one)),
        ...quarter.places.sender.flatMap((one) => rowsOf("SI_RMT_COST_SND", one.place, year, one)),
      );
    }
    yield rows.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  },
});

function keyOf({ SERIES, REF_AREA, TIME_PERIOD }: SdgRow): string {
  return [SERIES, REF_AREA, TIME_PERIOD].join("\t");
}

function rowsOf(series: (typeof sdgSeriesCodes)[number], area: string, year: string, figure: Figure): SdgRow[] {
  const value = costText(figure.average200Pct);
  if (value === null) return [];
  return [
    {
      STRUCTURE: "dataflow",
      STRUCTURE_ID: "OPENREMIT:DF_SDG_10_C_1(1.0)",
      ACTION: "I",
      FREQ: "A",
      SERIES: series,
      REF_AREA: area,
      TIME_PERIOD: year,
      OBS_VALUE: value,
      UNIT_MEASURE: "PT",
      SERVICES: figure.services,
      CORRIDORS: figure.corridors,
      SOURCE_DETAIL: surveyAttribution,
    },
  ];
}
