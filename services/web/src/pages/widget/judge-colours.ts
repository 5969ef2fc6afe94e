import { contrastOf, leastContrast, mendColour, mixColours } from "../../colours/contrast.ts";

/** What a host may choose, each as #rrggbb. */
export interface OwnColours {
  readonly text: string;
  readonly ground: string;
  readonly link: string;
}

export type JudgedColour = "text" | "link";

export interface Judgement {
  /** The least contrast at which it is read anywhere in the widget. */
  readonly ratio: number;
  /** `hopeless`: no colour can be read on this ground. */
  readonly verdict: "good" | "bad" | "hopeless";
  /** The nearest colour that can be read; null where it is good, or hopeless. */
  readonly mended: string | null;
}

/** Whether a colour can be read wherever the widget uses it, and which one can instead. */
export function judgeColour(of: JudgedColour, colours: OwnColours): Judgement {
  const ratioWith = (colour: string) => leastRatio(of, { ...colours, [of]: colour });
  const ratio = ratioWith(colours[of]);
  if (ratio >= leastContrast) return { ratio, verdict: "good", mended: null };
  const mended = mendColour(colours[of], (colour) => ratioWith(colour) >= leastContrast);
  return { ratio, verdict: mended === null ? "hopeless" : "bad", mended };
}

/** The widget's own shades (widget/style.css): quiet text lets its ground through, the best row is a mix of link and ground. */
function leastRatio(of: JudgedColour, { text, ground, link }: OwnColours): number {
  if (of === "link") return contrastOf({ text: link, ground });
  const tint = mixColours(link, 10, ground);
  const pairs = [ground, tint].flatMap((under) =>
    [text, mixColours(text, 74, under)].map((one) => ({ text: one, ground: under })),
  );
  return Math.min(...pairs.map(contrastOf));
}

/** Of lines that only part things, and carry nothing to read. */
export function lineColour({ text, ground }: OwnColours): string {
  return mixColours(text, 20, ground);
}
