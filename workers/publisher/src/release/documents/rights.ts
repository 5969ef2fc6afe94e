import { descriptionOf, licence, type ReleaseFacts } from "../about-release.ts";
import { cellText } from "./markdown.ts";
import { sourcesOf } from "./source-rights.ts";

/** `RIGHTS.md`: whose figures these are, and under what terms. */
export function rightsMarkdown(facts: ReleaseFacts): string {
  const rows = sourcesOf(facts).map(({ key, name, url, licence: terms, attribution, rows: count }) => {
    const shown = url === null ? name : `[${name}](${url})`;
    return `| \`${key}\` | ${cellText(shown)} | ${count} | ${cellText(terms ?? "none stated")} | ${cellText(attribution ?? "")} |`;
  });
  const simulated = facts.simulated
    ? ["The prices and rates of this release are invented. The names below say whose answers were imitated.", ""]
    : [];
  return [
    `# Rights in ${facts.id}`,
    "",
    descriptionOf(facts),
    "",
    ...simulated,
    "## Our own work",
    "",
    `[${licence.title}](${licence.url}). ${licence.note}`,
    "",
    "## Figures of others",
    "",
    'Each row of the data names its source. Where a source states a licence, pass its figures on under that licence, with the words it wants beside them. "none stated": we know of no licence of that source; ask it before you publish its figures as a whole again.',
    "",
    "| source | name | rows | licence | words to show |",
    "|---|---|---|---|---|",
    ...rows,
    "",
    "`corridor-days` is made of quotes and rates, `survey-corridors` and `sdg-10-c-1.csv` of the survey.",
    "",
  ].join("\n");
}
