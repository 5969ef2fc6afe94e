import { randomUUID } from "node:crypto";
import type { VisitDesk } from "@openremit/shared/comparison";
import type { NewVisit, VisitAnswer } from "@openremit/shared/contracts";
import { NoFreshDataError } from "@openremit/shared/domain";
import type { KnownKey } from "@openremit/shared/storage";

/** Visits in memory, each answered as the test says, until the desk is switched off. */
export function createMemoryVisits(answer: Partial<VisitAnswer> = {}) {
  const state = { isUp: true, entered: [] as { readonly visit: NewVisit; readonly key: KnownKey }[] };
  const desk: VisitDesk = {
    async enter(visit, key) {
      if (!state.isUp) throw new NoFreshDataError("Visits cannot be kept at the moment. Try again later.");
      state.entered.push({ visit, key });
      const [visitId, entryId] = [randomUUID(), randomUUID()];
      const enteredAt = "2026-11-23T12:00:00.000Z";
      return { visitId, entryId, state: "waiting", differing: [], notes: [], enteredAt, ...answer };
    },
  };
  return { desk, state };
}

/** For scenes in which nobody enters a visit. */
export const noVisits: VisitDesk = createMemoryVisits().desk;
