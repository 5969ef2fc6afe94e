import type { QuarantinedRun } from "@openremit/shared/storage";
import { ActionForm } from "./action-form.tsx";
import { TableSection, timeText } from "./table.tsx";

interface QuarantineProps {
  readonly runs: readonly QuarantinedRun[];
  readonly csrf: string;
}

/** Runs that the checks set aside whole: somebody decides whether the source or the check is right. */
export function QuarantineSection({ runs, csrf }: QuarantineProps) {
  const rows = runs.map(({ runId, source, finishedAt, reason, quotes, corridors }) => {
    const about = { name: "run", value: runId } as const;
    return {
      key: runId,
      cells: [
        `${source} ${runId.slice(0, 8)}`,
        timeText(finishedAt),
        `Prices: ${quotes ?? 0}${corridors.length === 0 ? "" : `, in ${corridors.join(", ")}`}`,
        reason,
        <details key="decide">
          <summary>{`Decide about ${runId.slice(0, 8)} …`}</summary>
          <ActionForm action="accept" csrf={csrf} about={about} why="Why it is right (everybody can read it)">
            Accept
          </ActionForm>
          <ActionForm action="reject" csrf={csrf} about={about} why="Why it is wrong">
            Reject
          </ActionForm>
        </details>,
      ],
    };
  });
  return (
    <TableSection
      id="quarantine"
      title="Runs set aside by the checks"
      none="None waits."
      heads={["Run", "When", "What it read", "What the checks found", "Decision"]}
      rows={rows}
    >
      <p>
        An accepted run is recorded within seconds, with the times of its visit; where a newer visit has succeeded, that
        one stays on show. After fifteen days a run is forgotten.
      </p>
    </TableSection>
  );
}
