import type { ExtractId } from "@openremit/shared/storage";
import type { SurveyRow } from "./survey-row.ts";

/**
 * Numbers services that only their words tell apart, such as three of one firm in one corridor. One that says what a
 * stored one says is that one; of the others, one after the other corrects a stored one that the file no longer holds,
 * and the rest are new. They go by what they say: the order of a file's rows does not matter. Two that say the same are
 * two services.
 *
 * @param known ids given before.
 */
export function numberRows(rows: readonly SurveyRow[], known: readonly ExtractId[]): readonly SurveyRow[] {
  const groups = new Map<string, Group>();
  for (const id of known) {
    const [words, number, amount] = partsOf(id.surveyId);
    const group = groupOf(`${id.period} ${words}/${amount}`);
    group.last = Math.max(group.last, number);
    if (!id.withdrawn) group.standing.push({ number, valueHash: id.valueHash });
  }
  const ordered = [...rows].sort((one, other) => (one.valueHash < other.valueHash ? -1 : 1));
  const numbers = new Map(ordered.map((row) => [row, takeEqual(groupOf(keyOf(row)), row.valueHash)] as const));
  return ordered.map((row) => {
    const group = groupOf(keyOf(row));
    const number = numbers.get(row) ?? group.standing.shift()?.number ?? nextOf(group);
    const { surveyId } = row.service;
    const at = surveyId.lastIndexOf("/");
    return {
      ...row,
      service: { ...row.service, surveyId: `${surveyId.slice(0, at)} #${number}${surveyId.slice(at)}` },
    };
  });

  function groupOf(key: string): Group {
    const group = groups.get(key) ?? { last: 0, standing: [] };
    groups.set(key, group);
    return group;
  }
}

/** Services of one quarter, firm, corridor and amount. */
interface Group {
  /** The highest number given so far. */
  last: number;
  /** Those that nobody in the file has been found to be. */
  readonly standing: { readonly number: number; readonly valueHash: string }[];
}

function keyOf({ service }: SurveyRow): string {
  return `${service.period} ${service.surveyId}`;
}

function takeEqual({ standing }: Group, valueHash: string): number | undefined {
  const at = standing.findIndex((one) => one.valueHash === valueHash);
  return at === -1 ? undefined : standing.splice(at, 1)[0]?.number;
}

function nextOf(group: Group): number {
  group.last += 1;
  return group.last;
}

/** `BEL-COD Beta Bank (Bank) #1/500` */
function partsOf(surveyId: string): readonly [words: string, number: number, amount: string] {
  const [, words = "", number = "", amount = ""] = /^(.*) #(\d+)\/(\d+)$/s.exec(surveyId) ?? [];
  return [words, Number.parseInt(number, 10), amount];
}
