import type { Run } from "@openremit/shared/contracts";
import type { Tracer } from "@openremit/shared/runtime";

/** A visit as a span: whom we asked and how it ended, not about which corridor. */
export function tellVisit(tracer: Tracer, { source, outcome, startedAt, finishedAt }: Run): void {
  tracer.tell({
    name: "visit",
    kind: "work",
    durationMs: Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)),
    attributes: { "openremit.source": source, "openremit.outcome": outcome },
    hasFailed: outcome === "failed",
  });
}
