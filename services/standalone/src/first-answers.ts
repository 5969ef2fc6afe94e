import type { Collector } from "@openremit/collector";
import type { Catalog } from "@openremit/shared/catalog";
import type { Comparison } from "@openremit/shared/comparison";
import { type Corridor, corridorKey } from "@openremit/shared/domain";

/** Every corridor that somebody is asked about. */
export function corridorsAsked(tasks: Collector["tasks"], { corridors }: Pick<Catalog, "corridors">): Corridor[] {
  const asked = new Set(tasks.flatMap(({ job }) => job.corridorKeys));
  return [...corridors.values()].filter((corridor) => asked.has(corridorKey(corridor)));
}

/** Waits until each of these corridors has a ranked offer at its default amount, or for the end of patience. */
export async function waitForAnswers(
  comparison: Pick<Comparison, "corridors">,
  wanted: readonly Corridor[],
  patience: AbortSignal,
): Promise<void> {
  // One after the other: to look at all of them each time takes the time in which they could be answered.
  for (const corridor of wanted) {
    while (!isAnswered(corridor, comparison)) {
      if (patience.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function isAnswered(wanted: Corridor, { corridors }: Pick<Comparison, "corridors">): boolean {
  const { answer } = corridors({ from: wanted.sendCountry, to: wanted.receiveCountry, sort: "id" });
  return answer.corridors.some(
    ({ corridor, coverage }) => corridorKey(corridor) === corridorKey(wanted) && coverage.offers > 0,
  );
}
