import { type CorridorQuestion, parseCorridorQuestion } from "../../question/index.ts";
import type { SiteContext } from "../../site/page.ts";
import { PageProblem } from "../../site/page-problem.ts";
import type { Words } from "../../words/words.ts";

/** A page of ours that other sites can show. */
export interface Embeddable {
  readonly words: Words;
  readonly question: CorridorQuestion;
}

const page = /^\/([a-z]{2})\/([a-z]{2}-[a-z]{2})$/;

/**
 * What somebody pasted: the whole address of a corridor's page, in any language.
 *
 * @param origin where this site is
 * @throws PageProblem 404 in words
 */
export function readEmbeddable(address: string, origin: string | null, site: SiteContext): Embeddable {
  const url = URL.canParse(address) ? new URL(address) : null;
  const [, language = "", id = ""] = page.exec(url?.pathname ?? "") ?? [];
  const words = site.dictionary.get(language);
  if (url === null || origin === null || url.origin !== origin || words === undefined) {
    throw new PageProblem(404, "embed.foreign_url", { example: `${origin ?? ""}/en/be-ma` });
  }
  return { words, question: parseCorridorQuestion({ corridor: id }, url.searchParams, site) };
}
