import type { OffersAnswer } from "@openremit/shared/contracts";
import { warningText } from "../../words/warning-text.tsx";
import { useWords } from "../../words/words.ts";

/** Without a price there is nothing to measure. */
const aboutReference = /^(no_)?reference_/;

/** What a reader should know before reading on. */
export function AnswerWarnings({ warnings, offers, unranked }: OffersAnswer) {
  const words = useWords();
  const isEmpty = offers.length + unranked.length === 0;
  const shown = isEmpty ? warnings.filter(({ code }) => !aboutReference.test(code)) : warnings;
  if (shown.length === 0) return null;
  return <div class="note stack">{shown.map((warning) => warningText(warning, words))}</div>;
}
