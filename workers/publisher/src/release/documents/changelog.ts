import { type ReleaseFacts, titleOf } from "../about-release.ts";
import { changesName, type TableChange } from "../compare-with-previous.ts";

/** `CHANGELOG.md`: what is new against the release before. */
export function changelogMarkdown(facts: ReleaseFacts): string {
  const since = facts.previous === null ? "This is the first release: every row is new." : `Since ${facts.previous}.`;
  const rows = facts.changes.map(
    ({ dataset, rows: count, added, revised, withdrawn }) =>
      `| ${dataset} | ${count} | ${added} | ${revised} | ${withdrawn} |`,
  );
  return [
    `# Changes in ${facts.id}`,
    "",
    titleOf(facts),
    "",
    `${since} Rows are told apart by the key of their dataset. added: the key is new. revised: the key was there, and the row says something else. withdrawn: the key is gone. \`${changesName}\` lists every revised and every withdrawn row.`,
    "",
    "| dataset | rows | added | revised | withdrawn |",
    "|---|---|---|---|---|",
    ...rows,
    "",
    ...facts.changes.flatMap(detailsOf),
  ].join("\n");
}

function detailsOf(change: TableChange): string[] {
  const { dataset, examples, columnsAdded, columnsWithdrawn, revised, withdrawn } = change;
  const columns = [
    ...(columnsAdded.length > 0 ? [`New columns, not compared: ${columnsAdded.join(", ")}.`, ""] : []),
    ...(columnsWithdrawn.length > 0 ? [`Columns that are gone: ${columnsWithdrawn.join(", ")}.`, ""] : []),
  ];
  const keys = examples.map(({ change: what, key }) => `- ${what}: \`${key}\``);
  const more = revised + withdrawn - examples.length;
  const rest = more > 0 ? [`- and ${more} more`] : [];
  if (columns.length + keys.length === 0) return [];
  return [`## ${dataset}`, "", ...columns, ...keys, ...rest, ...(keys.length > 0 ? [""] : [])];
}
