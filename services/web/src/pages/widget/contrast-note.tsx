import type { ComponentChildren } from "preact";
import { leastContrast } from "../../colours/contrast.ts";
import { useWords } from "../../words/words.ts";
import { type JudgedColour, judgeColour, type OwnColours } from "./judge-colours.ts";

export interface ContrastNoteProps {
  readonly of: JudgedColour;
  readonly colours: OwnColours;
}

/** Whether a colour can be read; where not, which one can. The page's program shows the sentence that holds. */
export function ContrastNote({ of, colours }: ContrastNoteProps) {
  const { t, rich, count } = useWords();
  const { ratio, verdict, mended } = judgeColour(of, colours);
  const slot = (name: string, text: ComponentChildren) => <bdi data-slot={name}>{text}</bdi>;
  const values = { ratio: slot("ratio", count(ratio)), least: count(leastContrast), colour: slot("colour", mended) };
  return (
    <div class="contrast stack" data-contrast={of} role="status">
      <svg class="swatch" viewBox="0 0 96 44" aria-hidden="true">
        <rect width="96" height="44" fill={colours.ground} data-fill="ground" />
        <text x="48" y="29" text-anchor="middle" font-size="22" fill={colours[of]} data-fill="text">
          Abc 12
        </text>
      </svg>
      <p data-when="good" hidden={verdict !== "good"}>
        {rich(`builder_contrast_good.${of}`, values)}
      </p>
      <div class="problem" data-when="bad" hidden={verdict !== "bad"}>
        <p>{rich(`builder_contrast_bad.${of}`, values)}</p>
        <button class="button plain" type="button" data-mend={of} hidden>
          {t("builder.mend")}
        </button>
      </div>
      <p class="problem" data-when="hopeless" hidden={verdict !== "hopeless"}>
        {rich(`builder_contrast_hopeless.${of}`, values)}
      </p>
    </div>
  );
}
