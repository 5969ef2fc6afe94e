import type { CollectJob, QuoteObservation } from "@openremit/shared/contracts";
import type { LatestStore } from "@openremit/shared/storage";

/** What the source of a job last said of what the job asks. Rate sources, which are asked for no corridor, said nothing. */
export async function readLastSaid(
  latest: Pick<LatestStore, "readSource">,
  { source, corridorKeys, amounts }: CollectJob,
): Promise<readonly QuoteObservation[]> {
  const asked = amounts.length === 0 ? [null] : amounts;
  const entries = await Promise.all(corridorKeys.map((key) => latest.readSource(key, source, asked)));
  return entries.flat().flatMap(({ quotes }) => quotes);
}
