import { type ImportedSurvey, refusalText } from "@openremit/publisher";
import { surveyFlags, surveyFlagTexts } from "@openremit/shared/domain";

const refusalsShown = 20;

/** What an import did, line by line. */
export function surveySummary({ file, reading }: ImportedSurvey): readonly string[] {
  const what = `${file.name} (${file.layouts.join(", ")} layout, SHA-256 ${file.sha256})`;
  if (reading === null) return [what, `imported already on ${file.importedAt.slice(0, 10)}: nothing changed`];
  const known = file.servicesRead - file.servicesStored - file.servicesRevised;
  const flagged = surveyFlags.flatMap((flag) => {
    const count = file.flagged[flag] ?? 0;
    return count === 0 ? [] : [`  ${count} ${flag}: ${surveyFlagTexts[flag]}`];
  });
  const refused = reading.refused.slice(0, refusalsShown).map((one) => `  ${refusalText(one)}`);
  const more = reading.refused.length > refusalsShown ? [`  and ${reading.refused.length - refusalsShown} more`] : [];
  const sheets = reading.otherSheets.filter((name) => name !== "");
  return [
    what,
    `${file.rowsRead} rows read: ${file.servicesRead} services at USD 200 and 500`,
    `${file.servicesStored} stored, ${file.servicesRevised} revised, ${known} known already, ${file.servicesWithdrawn} withdrawn`,
    ...(reading.rowsRepeated > 0 ? [`${reading.rowsRepeated} rows repeat another one's id and words`] : []),
    ...(reading.rowsEmpty > 0 ? [`${reading.rowsEmpty} rows have no price`] : []),
    ...(flagged.length > 0 ? ["flagged:", ...flagged] : []),
    ...(refused.length > 0 ? [`${reading.refused.length} rows refused:`, ...refused, ...more] : []),
    ...(sheets.length > 0 ? [`sheets without a survey: ${sheets.join(", ")}`] : []),
    "Source: World Bank, Remittance Prices Worldwide, https://remittanceprices.worldbank.org, CC BY 4.0",
  ];
}
