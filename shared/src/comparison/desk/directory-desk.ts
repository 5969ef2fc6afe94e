import type { ProvidersAnswer, SourcesAnswer } from "../../contracts/index.ts";
import { corridorKey } from "../../domain/index.ts";
import type { Answered } from "../answered.ts";
import { buildProvidersAnswer } from "../answers/providers-answer.ts";
import { buildSourcesAnswer } from "../answers/sources-answer.ts";
import type { Desk } from "./create-desk.ts";

/** Questions about who: providers, and how the sources are doing. */
export function createDirectoryDesk(desk: Desk) {
  const { catalog, shelf, past, now, simulated } = desk;
  const books = () => desk.corridors.map((corridor) => shelf.book(corridorKey(corridor)));

  return {
    providers(): Answered<ProvidersAnswer> {
      const answer = buildProvidersAnswer(catalog, books(), simulated, desk.warnings());
      return desk.answered(answer, shelf.version(), null, { changesAt: null, visitDue: null });
    },

    /** Made anew each time: a failing visit changes no price, so nobody announces it. */
    async sources(): Promise<Answered<SourcesAnswer>> {
      const at = now();
      const states = await past.sourceStates(at).catch(() => null);
      const warnings = desk.warnings();
      const answer = buildSourcesAnswer({ catalog, books: books(), states, now: at, simulated, warnings });
      return desk.answered(answer, shelf.version(), null, { changesAt: at, visitDue: at });
    },
  };
}
