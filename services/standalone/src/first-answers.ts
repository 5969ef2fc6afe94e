import type { Collector } from "@openremit/collector";
import type { Comparison } from "@openremit/shared/comparison";
import { corridorKey } from "@openremit/shared/domain";

/** Every corridor that somebody is asked about. */
export function corridorsAsked(tasks: Collector["tasks"]): ReadonlySet<string> {
  return new Set(tasks.flatMap(({ job }) => job.corridorKeys));
}

/** Waits until each of these corridors has a ranked offer at its default amount, or for the end of patience. */
export async function waitForAnswers(
  { corridors }: Pick<Comparison, "corridors">,
  wanted: ReadonlySet<string>,
  patience: AbortSignal,
): Promise<void> {
  const missing = new Set(wanted);
  for (;;) {
    for (const { corridor, coverage } of corridors({ sort: "id" }).answer.corridors) {
      if (coverage.offers > 0) missing.delete(corridorKey(corridor));
    }
    if (missing.size === 0 || patience.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
