import type { RecordJob } from "@openremit/shared/contracts";

/** Counts visits as they come in, so that a start can show how far the first collection is. */
export interface VisitCount {
  onVisit(job: RecordJob): void;
  /** Hears the name of each further visit. */
  listen(listener: (what: string) => void): void;
  /** Waits for so many visits. False: patience ran out, or everything stops. */
  waitFor(visits: number, patienceMs: number, stopping: AbortSignal | undefined): Promise<boolean>;
  summary(): string;
}

export function createVisitCount(): VisitCount {
  let [visits, prices, rates, failed] = [0, 0, 0, 0];
  let hear: (what: string) => void = () => undefined;
  return {
    onVisit({ run, quotes, rates: seen }) {
      visits += 1;
      const isFailed = run.outcome === "failed" || run.outcome === "quarantined";
      if (isFailed) failed += 1;
      else [prices, rates] = [prices + quotes.length, rates + seen.length];
      hear([run.source, run.covers[0]?.corridor.id].join(" "));
    },
    listen: (listener) => {
      hear = listener;
    },
    async waitFor(wanted, patienceMs, stopping) {
      const until = performance.now() + patienceMs;
      while (visits < wanted && performance.now() < until && !stopping?.aborted) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return visits >= wanted;
    },
    summary: () => `${visits} visits: ${prices} prices and ${rates} reference rates, ${failed} failed`,
  };
}
