import type { VisitNote, VisitState } from "./visit-words.ts";

/** One entry of a visit: what somebody typed, comparable field by field. */
export interface VisitEntry {
  readonly entryId: string;
  /** Who typed it: the key's holder and a person's code. */
  readonly enterer: string;
  /** By field name, in one way of writing. Null where nothing was told. */
  readonly fields: Readonly<Record<string, string | null>>;
  readonly notes: readonly VisitNote[];
}

export interface VisitSettlement {
  readonly state: Extract<VisitState, "waiting" | "differs" | "held" | "accepted">;
  /** The entry that stands for the visit once two agree: the earlier of the two. */
  readonly entryId: string | null;
  /** Between the newest entry and the one that is nearest to it. */
  readonly differing: readonly string[];
}

/**
 * Double entry: a visit counts once two people have typed the same, whoever came first. Of one person the last entry
 * stands, so that a slip can be made good; nobody confirms themselves.
 *
 * @param entries in the order they were made, at least one
 */
export function settleVisit(entries: readonly VisitEntry[]): VisitSettlement {
  const current = [...new Map(entries.map((entry) => [entry.enterer, entry])).values()].sort(
    (one, other) => entries.indexOf(one) - entries.indexOf(other),
  );
  const agreed = current
    .flatMap((one, index) => current.slice(index + 1).map((other) => [one, other] as const))
    .find(([one, other]) => differingFields(one, other).length === 0);
  if (agreed !== undefined) {
    const [first, second] = agreed;
    const isClear = first.notes.length + second.notes.length === 0;
    return { state: isClear ? "accepted" : "held", entryId: first.entryId, differing: [] };
  }
  const newest = entries.at(-1);
  const others = current.filter(({ enterer }) => enterer !== newest?.enterer);
  const [nearest = null] = others
    .map((other) => (newest === undefined ? [] : differingFields(newest, other)))
    .sort((one, other) => one.length - other.length);
  return nearest === null
    ? { state: "waiting", entryId: null, differing: [] }
    : { state: "differs", entryId: null, differing: nearest };
}

/** Fields that are not the same in both. */
export function differingFields(one: VisitEntry, other: VisitEntry): string[] {
  const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  return [...names].filter((name) => (one.fields[name] ?? null) !== (other.fields[name] ?? null)).sort();
}
