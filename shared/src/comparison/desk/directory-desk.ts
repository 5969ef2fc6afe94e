import type { ProvidersAnswer, SourcesAnswer } from "../../contracts/index.ts";
import { corridorKey, NoFreshDataError } from "../../domain/index.ts";
import type { Answered } from "../answered.ts";
import { buildProvidersAnswer } from "../answers/providers-answer.ts";
import { buildSourcesAnswer } from "../answers/sources-answer.ts";
import type { Desk } from "./create-desk.ts";

/** Questions about who: providers, and how the sources are doing. */
export function createDirectoryDesk(desk: Desk) {
  const { catalog, shelf, past, now, simulated, log } = desk;
  const books = () => desk.corridors.map((corridor) => shelf.book(corridorKey(corridor)));

  /** Without the record the sources are still listed, with their states unknown; a bug is no outage. */
  function withoutRecord(error: unknown): null {
    if (!(error instanceof NoFreshDataError)) throw error;
    log.warn({ err: error }, "the sources are shown without their states");
    return null;
  }

  return {
    visits: () =>
      books().flatMap(({ corridor, visits }) =>
        visits.map(({ source, fetchedAt }) => ({ corridorKey: corridorKey(corridor), source, fetchedAt })),
      ),

    providers(): Answered<ProvidersAnswer> {
      const answer = buildProvidersAnswer(catalog, books(), simulated, desk.warnings());
      return desk.answered(answer, shelf.version(), null, { changesAt: null, visitDue: null });
    },

    /** Made anew each time: a failing visit changes no price, so nobody announces it. */
    async sources(): Promise<Answered<SourcesAnswer>> {
      const at = now();
      const states = await past.sourceStates().catch(withoutRecord);
      const warnings = desk.warnings();
      const rates = shelf.references().knowledge;
      const answer = buildSourcesAnswer({ catalog, books: books(), rates, states, now: at, simulated, warnings });
      return desk.answered(answer, shelf.version(), null, { changesAt: at, visitDue: at });
    },
  };
}
