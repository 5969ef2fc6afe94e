import { InputError, NotCoveredError, OpenRemitError } from "@openremit/shared/domain";
import { constantly } from "@openremit/shared/serving";
import type { KnownKey } from "@openremit/shared/storage";
import { z } from "zod";
import type { Page, PageRequest, PageView, SiteContext } from "../../site/page.ts";
import type { MessageKey } from "../../words/message-file.ts";
import type { Words } from "../../words/words.ts";
import { ObserveBody } from "./observe-body.tsx";
import { ObserveThanks } from "./observe-thanks.tsx";
import { fieldOf, readVisit, wrongText } from "./read-visit.ts";
import { emptyVisit, type TypedVisit, visitFields, type WrongVisit } from "./typed-visit.ts";

/** Mystery shopping: what somebody was told in a shop. For holders of a key; can be opened without a network. */
export const observe: Page = {
  path: "/observe",
  answer({ words }, site) {
    const { answer: _, ...life } = constantly(null);
    return { ...formOf({ typed: emptyVisit, wrong: {}, notKept: null }, words, site), life };
  },
};

export const enterVisit: Page = {
  path: "/observe",
  method: "post",
  async answer({ words, form, mayPost }, site) {
    const said = (name: string) => form?.get(name) ?? "";
    const typed = Object.fromEntries(visitFields.map((name) => [name, said(name)])) as TypedVisit;
    const again = (status: number, notKept: MessageKey, wrong: WrongVisit = {}): PageView => ({
      ...formOf({ typed, wrong, notKept }, words, site),
      status,
    });
    const { visit, wrong } = readVisit(typed, words, site);
    if (wrong !== null) return again(400, "observe.look_again", wrong);
    const found = await findKey(said("key"), mayPost, site);
    if ("refusal" in found)
      return again(found.status, found.refusal, found.isKey ? { key: words.t(found.refusal) } : {});
    try {
      const kept = await site.visitDesk.enter(visit, found.key);
      return { ...headOf(words), body: <ObserveThanks kept={kept} />, life: null };
    } catch (error) {
      const fields = wrongFieldsOf(error);
      if (fields !== null) {
        const wrongs = Object.fromEntries(fields.map((field) => [field, wrongText(field, words)]));
        return again(400, "observe.look_again", wrongs);
      }
      const isAway = error instanceof OpenRemitError && error.retryable;
      if (isAway) site.logger.warn({ err: error }, "a visit could not be kept");
      else site.logger.error({ err: error }, "a visit could not be kept");
      return again(isAway ? 503 : 500, "observe.not_kept");
    }
  },
};

type FoundKey =
  | { readonly key: KnownKey }
  | { readonly refusal: MessageKey; readonly status: number; readonly isKey: boolean };

/** Wrong keys are counted, so that nobody guesses at leisure; right ones are not. */
async function findKey(
  text: string,
  mayPost: PageRequest["mayPost"],
  { keyRing }: Pick<SiteContext, "keyRing">,
): Promise<FoundKey> {
  const finding = await keyRing.check(text);
  if (finding.kind === "unchecked") return { refusal: "observe.not_kept", status: 503, isKey: false };
  if (finding.kind === "refused") {
    if (!(await mayPost())) return { refusal: "observe.too_many", status: 429, isKey: false };
    return { refusal: "observe.wrong_key", status: 401, isKey: true };
  }
  if (finding.key.scopes.includes("write:observations")) return { key: finding.key };
  return { refusal: "observe.no_right", status: 403, isKey: true };
}

const errorRows = z.array(z.object({ parameter: z.string() }));

/** The fields an error names; null where it is none about what was typed. */
function wrongFieldsOf(error: unknown) {
  if (!(error instanceof InputError || error instanceof NotCoveredError)) return null;
  const { data = [] } = errorRows.safeParse(error.details.errors);
  return data.map(({ parameter }) => fieldOf(parameter));
}

interface Shown {
  readonly typed: TypedVisit;
  readonly wrong: WrongVisit;
  readonly notKept: MessageKey | null;
}

function formOf(shown: Shown, words: Words, { catalog }: SiteContext): PageView {
  const body = <ObserveBody {...shown} catalog={catalog} />;
  return { ...headOf(words), body, life: null, scripts: ["keep-page", "observe"] };
}

function headOf({ t }: Words) {
  return {
    kind: "page",
    title: t("observe.title"),
    description: t("observe.lead"),
  } as const satisfies Partial<PageView>;
}
