import type { SourceStateView } from "@openremit/shared/contracts";
import { ActionForm } from "./action-form.tsx";
import { TableSection, timeText } from "./table.tsx";

interface SourcesProps {
  readonly sources: readonly SourceStateView[];
  readonly csrf: string;
}

/** What somebody should look at first. */
const order: readonly SourceStateView["state"][] = [
  "paused",
  "failing",
  "late",
  "key_missing",
  "resting",
  "never_run",
  "working",
  "not_enabled",
  "closed",
];

/** Every source with how it is doing, what is open about it, and the way to stop or resume asking it. */
export function SourcesSection({ sources, csrf }: SourcesProps) {
  const rank = ({ state, issues }: SourceStateView) => order.indexOf(state) - (issues.length > 0 ? order.length : 0);
  const sorted = [...sources].sort((one, other) => rank(one) - rank(other) || (one.key < other.key ? -1 : 1));
  const rows = sorted.map((source) => ({
    key: source.key,
    cells: [
      source.key,
      `${source.state}: ${source.words}`,
      timeText(source.lastSuccessAt),
      <Issues key="issues" issues={source.issues} />,
      <Pausing key="pausing" source={source} csrf={csrf} />,
    ],
  }));
  const open = sources.reduce((sum, { issues }) => sum + issues.length, 0);
  return (
    <TableSection
      id="sources"
      title="Sources"
      none="No source is configured."
      heads={["Source", "State", "Last success", "Open issues", "Asking"]}
      rows={rows}
    >
      <p>{`${sources.length} sources, ${open} open issues. Those with issues come first.`}</p>
    </TableSection>
  );
}

function Issues({ issues }: Pick<SourceStateView, "issues">) {
  if (issues.length === 0) return <>none</>;
  return (
    <ul>
      {issues.map(({ code, subject, detail, count, lastSeenAt }) => (
        <li key={`${code} ${subject}`}>
          {`${code} (${subject}): ${detail} Raised ${count === 1 ? "once" : `${count} times`}, last ${timeText(lastSeenAt)}.`}
        </li>
      ))}
    </ul>
  );
}

function Pausing({ source, csrf }: { readonly source: SourceStateView; readonly csrf: string }) {
  const about = { name: "source", value: source.key } as const;
  if (source.state === "closed") return <>closed</>;
  if (source.paused !== null) {
    return (
      <ActionForm action="resume" csrf={csrf} about={about}>
        {`Resume ${source.key}`}
      </ActionForm>
    );
  }
  return (
    <details>
      <summary>{`Pause ${source.key} …`}</summary>
      <ActionForm action="pause" csrf={csrf} about={about} why="Why (everybody can read it)">
        {`Pause ${source.key}`}
      </ActionForm>
    </details>
  );
}
