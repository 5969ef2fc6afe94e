import { descriptionOf, type ReleaseFacts, titleOf } from "../about-release.ts";
import { fileNameOf, releaseTables } from "../release-tables.ts";
import { jsonText } from "./json-text.ts";
import { cellText } from "./markdown.ts";

/** How values stand in the files. */
const notes = [
  "CSV: an empty cell is unknown, or nothing to say. Text that a spreadsheet would run as a formula begins with an apostrophe.",
  "decimal: digits as published; DECIMAL(38, 18) in Parquet, where places beyond the 18th are rounded. instant: UTC, ISO 8601. day: ISO 8601.",
] as const;

/** Every column with its unit and meaning, for programs. */
export function codebookJson(facts: ReleaseFacts): string {
  return jsonText({
    release: facts.id,
    title: titleOf(facts),
    simulated: facts.simulated,
    notes,
    tables: releaseTables.map((table) => ({
      name: table.name,
      title: table.title,
      description: table.description,
      rowKey: table.rowKey,
      files: table.formats.map((format) => fileNameOf(table, format)),
      columns: table.columns,
    })),
  });
}

/** The same for people. */
export function codebookMarkdown(facts: ReleaseFacts): string {
  const tables = releaseTables.map((table) => {
    const rows = table.columns.map(({ name, kind, unit, isNullable, description, words }) => {
      const meaning = words === null ? description : `${description}. One of: ${words.join(", ")}`;
      return `| \`${name}\` | ${kind} | ${unit ?? ""} | ${isNullable ? "yes" : "no"} | ${cellText(meaning)} |`;
    });
    return [
      `## ${table.title}`,
      "",
      `Files: ${table.formats.map((format) => `\`${fileNameOf(table, format)}\``).join(", ")}. Key: ${table.rowKey.map((name) => `\`${name}\``).join(", ")}.`,
      "",
      table.description,
      "",
      "| column | kind | unit | may be empty | meaning |",
      "|---|---|---|---|---|",
      ...rows,
      "",
    ].join("\n");
  });
  return [`# Codebook of ${facts.id}`, "", titleOf(facts), "", descriptionOf(facts), "", ...notes, "", ...tables].join(
    "\n",
  );
}
