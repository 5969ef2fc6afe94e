import type { SurveyRow } from "./survey-row.ts";

/**
 * Numbers services that only their words tell apart, such as three of one firm in one corridor, by what they say: the
 * order of a file's rows does not matter. Two that say the same are two services.
 */
export function numberRows(rows: readonly SurveyRow[]): readonly SurveyRow[] {
  const counts = new Map<string, number>();
  const ordered = [...rows].sort((one, other) => (one.valueHash < other.valueHash ? -1 : 1));
  return ordered.map(({ service, valueHash }) => {
    const group = `${service.period} ${service.surveyId}`;
    const number = (counts.get(group) ?? 0) + 1;
    counts.set(group, number);
    const [words = "", amount = ""] = splitLast(service.surveyId);
    return { valueHash, service: { ...service, surveyId: `${words} #${number}/${amount}` } };
  });
}

function splitLast(surveyId: string): readonly [string, string] {
  const at = surveyId.lastIndexOf("/");
  return [surveyId.slice(0, at), surveyId.slice(at + 1)];
}
