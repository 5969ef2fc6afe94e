import type { HoldsKey } from "@openremit/shared/storage";
import type { Overview } from "../operator-desk.ts";
import { ActionForm } from "./action-form.tsx";
import { QuarantineSection } from "./quarantine-section.tsx";
import { SourcesSection } from "./sources-section.tsx";
import { ReportsSection, VisitsSection } from "./waiting-sections.tsx";
import { QueuesSection, RunsSection } from "./work-sections.tsx";

interface OverviewProps {
  readonly overview: Overview;
  readonly holder: HoldsKey;
  readonly csrf: string;
  /** What was just done. */
  readonly done: string | null;
  /** Why it could not be done. */
  readonly problem: string | null;
}

/** The operator's page: what waits for a person first, then how everything is doing. */
export function OverviewBody({ overview, holder, csrf, done, problem }: OverviewProps) {
  return (
    <>
      {done !== null && (
        <p class="note" role="status">
          {done}
        </p>
      )}
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <QuarantineSection runs={overview.quarantined} csrf={csrf} />
      <VisitsSection {...overview.visits} />
      <ReportsSection reports={overview.reports} />
      <SourcesSection sources={overview.sources} csrf={csrf} />
      <RunsSection runs={overview.runs} />
      <QueuesSection queues={overview.queues} />
      <section>
        <h2>Signed in</h2>
        <p>{`With the key ${holder.keyId}: ${holder.label}.`}</p>
        <ActionForm action="sign-out" csrf={csrf}>
          Sign out
        </ActionForm>
      </section>
    </>
  );
}
