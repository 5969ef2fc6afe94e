import type { RatesAnswer } from "../../contracts/index.ts";
import { dayOf, endOfDay, isCurrency, wrongParameter } from "../../domain/index.ts";
import type { Answered } from "../answered.ts";
import { buildRatesAnswer } from "../answers/rates-answer.ts";
import type { RatesQuestion } from "../questions.ts";
import type { Desk } from "./create-desk.ts";

/** Questions about reference rates: of today from memory, of a day before from PostgreSQL, through the same selection. */
export function createRatesDesk(desk: Desk) {
  const { catalog, past, shelf, now, simulated } = desk;

  return {
    async rates(question: RatesQuestion): Promise<Answered<RatesAnswer>> {
      for (const parameter of ["base", "quote"] as const) {
        const code = question[parameter];
        if (!isCurrency(code)) throw wrongParameter(parameter, `no ISO 4217 currency: ${code}`);
      }
      const { on } = question;
      if (on !== undefined && on > dayOf(now())) throw wrongParameter("on", "not in the future");
      const isNow = on === undefined || on === dayOf(now());
      const at = isNow ? now() : endOfDay(on);
      const references = isNow ? shelf.references() : await past.referencesAt(at);
      const rate = references.rateAt(question.base, question.quote, at);
      const warnings = isNow ? desk.warnings() : [];
      const answer = buildRatesAnswer(question, {
        catalog,
        rate,
        simulated,
        dataVersion: references.version,
        warnings,
      });
      return desk.answered(answer, references.version, [], { changesAt: null, visitDue: null });
    },
  };
}
