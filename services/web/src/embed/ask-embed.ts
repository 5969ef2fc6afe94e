import type { Answered } from "@openremit/shared/comparison";
import type { OffersAnswer } from "@openremit/shared/contracts";
import { type CorridorQuestion, offersQuestionOf, parseCorridorQuestion } from "../question/index.ts";
import type { SiteContext } from "../site/page.ts";
import type { EmbedRequest } from "./embed.ts";

/** A host chooses a corridor, an amount and a currency: nothing that would leave an option out. */
export function parseEmbedQuestion({ id, search }: EmbedRequest, site: SiteContext): CorridorQuestion {
  const chosen = new URLSearchParams({ pay: search.get("amount") ?? "", currency: search.get("currency") ?? "" });
  return parseCorridorQuestion({ corridor: id }, chosen, site);
}

/** What the corridor's page would answer. */
export function askEmbed(
  question: CorridorQuestion,
  { words }: EmbedRequest,
  { comparison }: SiteContext,
): Promise<Answered<OffersAnswer>> {
  return comparison.offers(offersQuestionOf(question, words));
}
