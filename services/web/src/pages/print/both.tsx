import type { ComponentChildren } from "preact";
import { useWords, type Words, WordsProvider } from "../../words/words.ts";

export interface BothProps {
  /** The second language; null: one is enough. */
  readonly also: Words | null;
  /** The same in each language. */
  readonly say: (words: Words) => ComponentChildren;
}

/** Two languages beside each other: who sells and who buys read the same. */
export function Both({ also, say }: BothProps) {
  const words = useWords();
  return (
    <div class={also === null ? undefined : "both"}>
      <div class="stack">{say(words)}</div>
      {also !== null && (
        <div class="stack" lang={also.language.code} dir={also.language.direction}>
          <WordsProvider value={also}>{say(also)}</WordsProvider>
        </div>
      )}
    </div>
  );
}

/** Within a line: the second language below the first. */
export function BothInline({ also, say }: BothProps) {
  const words = useWords();
  return (
    <>
      {say(words)}{" "}
      {also !== null && (
        <span class="second" lang={also.language.code} dir={also.language.direction}>
          {say(also)}
        </span>
      )}
    </>
  );
}
