import type { CorridorConfig } from "@openremit/shared/contracts";
import { sourceLanguage } from "../../languages/languages.ts";
import type { SiteContext } from "../../site/page.ts";
import { PageProblem } from "../../site/page-problem.ts";
import type { Words } from "../../words/words.ts";

/**
 * The language beside that of the page: the one asked for, else the first that people who use the corridor speak, else
 * English. null where that is the page's own.
 *
 * @throws PageProblem 400 for a language that is not offered.
 */
export function secondLanguage(
  asked: string | null,
  words: Words,
  { senderLanguages }: Pick<CorridorConfig, "senderLanguages">,
  { dictionary }: Pick<SiteContext, "dictionary">,
): Words | null {
  const own = words.language.code;
  if (asked === null || asked === "") {
    const spoken = [...senderLanguages, sourceLanguage].find((code) => code !== own && dictionary.has(code));
    return dictionary.get(spoken ?? "") ?? null;
  }
  const chosen = dictionary.get(asked);
  if (chosen === undefined) throw new PageProblem(400, "problem.no_such_choice");
  return asked === own ? null : chosen;
}
