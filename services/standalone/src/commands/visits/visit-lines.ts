import type { NearVisit, VisitRecord } from "@openremit/shared/storage";
import { textTable } from "../source/text-table.ts";

const heads = ["id", "state", "corridor", "provider", "amount", "seen", "entries", "by", "to look at"];
const widths = [null, null, null, null, null, null, null, 24, 30];

export function visitTable(visits: readonly VisitRecord[], near: readonly NearVisit[]): string {
  return textTable(
    heads,
    visits.map(({ visitId, state, corridorKey, provider, amount, visitedAt, entries, isPublished }) => [
      visitId.slice(0, 8),
      isPublished && state === "accepted" ? `${state}, shown` : state,
      corridorKey,
      provider,
      amount,
      `${visitedAt.slice(0, 16)}Z`,
      String(entries.length),
      distinct(entries.map(({ label }) => label)),
      distinct([
        ...entries.flatMap(({ notes }) => notes),
        ...near.filter((pair) => pair.visitId === visitId).map(nearText),
      ]),
    ]),
    widths,
  );
}

function nearText({ otherId, field }: NearVisit): string {
  return `as ${otherId.slice(0, 8)} but for ${field}`;
}

const rows = [
  "amount",
  "feePlacement",
  "fee",
  "rate",
  "received",
  "speed",
  "payIn",
  "payOut",
  "payOutFee",
  "where",
  "visitedAt",
  "visitor",
  "enteredBy",
] as const;

/** The entries side by side; a row in which they differ begins with a mark. */
export function visitLines({ visitId, state, corridorKey, provider, entries }: VisitRecord): readonly string[] {
  const table = rows.map((name) => {
    const told = entries.map(({ visit }) => visit[name] ?? "");
    const differs = name !== "enteredBy" && new Set(told).size > 1;
    return [differs ? `≠ ${name}` : `  ${name}`, ...told];
  });
  return [
    `Visit ${visitId} to ${provider}, ${corridorKey}: ${state}`,
    textTable(
      ["", ...entries.map(({ entryId }) => entryId.slice(0, 8))],
      [
        ["  by", ...entries.map(({ label }) => label)],
        ["  entered", ...entries.map(({ enteredAt }) => `${enteredAt.slice(0, 16)}Z`)],
        ...table,
        ["  to look at", ...entries.map(({ notes }) => notes.join("\n"))],
      ],
    ),
  ];
}

function distinct(values: readonly string[]): string {
  return [...new Set(values)].join(", ");
}
