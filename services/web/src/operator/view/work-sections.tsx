import type { RecentRun } from "@openremit/shared/storage";
import type { QueueCount } from "../operator-queues.ts";
import { boardPath } from "../queue-board.ts";
import { TableSection, timeText } from "./table.tsx";

/** The runs recorded last. */
export function RunsSection({ runs }: { readonly runs: readonly RecentRun[] }) {
  const rows = runs.map((run) => ({
    key: run.runId,
    cells: [
      `${run.source} ${run.runId.slice(0, 8)}`,
      timeText(run.finishedAt),
      run.outcome,
      `${run.quotes} prices, ${run.rates} rates`,
      run.errorMessage ?? "",
    ],
  }));
  return (
    <TableSection
      id="runs"
      title="Last runs"
      none="Nothing was recorded yet."
      heads={["Run", "When", "Outcome", "Brought", "Error"]}
      rows={rows}
    />
  );
}

/** Queues with something in them that is not just due later. */
export function QueuesSection({ queues }: { readonly queues: readonly QueueCount[] | null }) {
  const busy = queues?.filter(({ waiting, active, failed }) => waiting + active + failed > 0) ?? [];
  const rows = busy.map(({ name, waiting, active, delayed, failed }) => ({
    key: name,
    cells: [name, String(waiting), String(active), String(delayed), String(failed)],
  }));
  return (
    <TableSection
      id="queues"
      title="Queues"
      none={queues === null ? "Redis does not answer." : "Nothing waits and nothing failed."}
      heads={["Queue", "Waiting", "Under way", "Later", "Failed"]}
      rows={rows}
    >
      <p class="links">
        <a href={boardPath}>Every queue and job, to look at (needs JavaScript)</a>
      </p>
    </TableSection>
  );
}
