import { randomUUID } from "node:crypto";
import type { NewReport } from "@openremit/shared/contracts";
import { NoFreshDataError, notCoveredParameter } from "@openremit/shared/domain";
import type { Correction, ReaderDesk } from "@openremit/shared/storage";

/** Readers' reports in memory, about the quotes that are known, until it is switched off. */
export function createMemoryDesk(quoteIds: readonly string[], corrections: readonly Correction[] = []) {
  const state = { isUp: true, reports: [] as NewReport[] };
  const desk: ReaderDesk = {
    async report(report) {
      if (!state.isUp) throw new NoFreshDataError("Reports cannot be kept at the moment. Try again later.");
      if (!quoteIds.includes(report.quoteId)) throw notCoveredParameter("quoteId", "No such quote was ever recorded.");
      state.reports.push(report);
      return { reportId: randomUUID(), receivedAt: "2026-11-23T12:00:00.000Z" };
    },
    async corrections() {
      if (!state.isUp) throw new NoFreshDataError("The corrections cannot be read at the moment. Try again later.");
      return corrections;
    },
  };
  return { desk, state };
}

/** For scenes in which nobody reports. */
export const noDesk: ReaderDesk = createMemoryDesk([]).desk;
