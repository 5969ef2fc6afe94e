import type { ComponentChildren } from "preact";
import { type ColourPair, contrastOf, isReadable, leastContrast, mendText } from "../../colours/contrast.ts";
import { useWords } from "../../words/words.ts";

export interface ContrastNoteProps {
  /** Names of the two fields, for the page's program. */
  readonly of: "text" | "link";
  readonly pair: ColourPair;
}

/** Whether text of a colour can be read on its ground; where not, which colour can. */
export function ContrastNote({ of, pair }: ContrastNoteProps) {
  const { t, rich, count } = useWords();
  const good = isReadable(pair);
  const slot = (name: string, text: ComponentChildren) => <bdi data-slot={name}>{text}</bdi>;
  const ratio = slot("ratio", count(contrastOf(pair)));
  const mended = mendText(pair);
  return (
    <div class="contrast stack" data-contrast={of} role="status">
      <svg class="swatch" viewBox="0 0 96 44" aria-hidden="true">
        <rect width="96" height="44" fill={pair.ground} data-fill="ground" />
        <text x="48" y="29" text-anchor="middle" font-size="22" fill={pair.text} data-fill="text">
          Abc 12
        </text>
      </svg>
      <p data-when="good" hidden={!good}>
        {rich(`builder.contrast_good_${of}`, { ratio })}
      </p>
      <div class="problem" data-when="bad" hidden={good}>
        <p>
          {rich(`builder.contrast_bad_${of}`, {
            ratio,
            least: count(leastContrast),
            colour: slot("colour", mended),
          })}
        </p>
        <button class="button plain" type="button" data-mend={of} hidden>
          {t("builder.mend")}
        </button>
      </div>
    </div>
  );
}
