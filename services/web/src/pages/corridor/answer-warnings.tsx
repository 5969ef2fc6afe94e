import type { OffersAnswer } from "@openremit/shared/contracts";
import { warningText } from "../../words/warning-text.tsx";
import { useWords } from "../../words/words.ts";

/** What a reader should know before reading on. */
export function AnswerWarnings({ warnings }: Pick<OffersAnswer, "warnings">) {
  const words = useWords();
  if (warnings.length === 0) return null;
  return <div class="note stack">{warnings.map((warning) => warningText(warning, words))}</div>;
}
