import type { SurveyService } from "../../contracts/index.ts";
import type { Reading } from "../postgres/statement.ts";

/** What the statistics need of a service; figures as text. */
export type StoredSurveyPrice = Pick<
  SurveyService,
  | "layout"
  | "period"
  | "sourceCountry"
  | "destinationCountry"
  | "firm"
  | "firmType"
  | "payIn"
  | "payOut"
  | "speed"
  | "speedDays"
  | "coverage"
  | "amountUsd"
  | "totalCostPct"
  | "transparent"
>;

export interface SurveyPricesQuestion {
  readonly period?: string | undefined;
  readonly sourceCountry?: string | undefined;
  readonly destinationCountry?: string | undefined;
}

const columns = `layout, period, source_country as "sourceCountry", destination_country as "destinationCountry", firm,
  firm_type as "firmType", pay_in as "payIn", pay_out as "payOut", speed, speed_days as "speedDays", coverage,
  amount_usd as "amountUsd", total_cost_pct as "totalCostPct", transparent`;

/** Services as they were published last, of a quarter, of a corridor, or of both. */
export async function readSurveyPrices(
  { pool }: Reading,
  { period, sourceCountry, destinationCountry }: SurveyPricesQuestion,
): Promise<readonly StoredSurveyPrice[]> {
  const { rows } = await pool.query<StoredSurveyPrice>({
    text: `select ${columns} from current_survey_services
     where ($1::text is null or period = $1) and ($2::text is null or source_country = $2)
       and ($3::text is null or destination_country = $3)`,
    values: [period ?? null, sourceCountry ?? null, destinationCountry ?? null],
  });
  return rows;
}

/** Quarters of which something is stored, ascending. */
export async function readSurveyPeriods({ pool }: Reading): Promise<readonly string[]> {
  // One step through the key for each quarter: there are a few dozen quarters and hundreds of thousands of rows.
  const { rows } = await pool.query<{ period: string }>({
    text: `
    with recursive quarters as (
      (select period from survey_services order by period limit 1)
      union all
      select (select s.period from survey_services s where s.period > q.period order by s.period limit 1)
      from quarters q where q.period is not null
    )
    select period from quarters where period is not null`,
  });
  return rows.map(({ period }) => period);
}

/** Changes with every file that was imported, of the survey or of flows. */
export async function readSurveyVersion({ pool }: Reading): Promise<string> {
  const { rows } = await pool.query<{ version: string }>({
    text: `
    select left(md5(coalesce(string_agg(file, ',' order by imported_at, file), '')), 16) as version
    from (
      select sha256 || ' ' || reader_version as file, imported_at from survey_files
      union all select 'flows ' || sha256, imported_at from survey_flow_files
    ) as files`,
  });
  return rows[0]?.version ?? "";
}
