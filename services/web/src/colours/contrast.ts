import { colord, extend } from "colord";
import a11yPlugin from "colord/plugins/a11y";
import mixPlugin from "colord/plugins/mix";

extend([a11yPlugin, mixPlugin]);

/** Text and what it stands on, each as #rrggbb. */
export interface ColourPair {
  readonly text: string;
  readonly ground: string;
}

/** WCAG 2.2, 1.4.3: the least contrast of text of any size. */
export const leastContrast = 4.5;

const written = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i;
/** Of lightness, in hundredths: finer than an eye sees. */
const step = 0.01;
const mostSteps = 100;

/** A colour as it is typed or picked, as #rrggbb; null where it is none. */
export function readColour(typed: string): string | null {
  const [, digits] = written.exec(typed.trim()) ?? [];
  return digits === undefined ? null : colord(`#${digits}`).toHex();
}

/** WCAG's contrast ratio, 1 to 21, rounded down to two places: what is shown as enough is enough. */
export function contrastOf({ text, ground }: ColourPair): number {
  return colord(text).contrast(ground);
}

export function isReadable(pair: ColourPair): boolean {
  return contrastOf(pair) >= leastContrast;
}

/** The colour of text nearest to the one chosen that can be read on its ground: as light or dark as it takes. */
export function mendText(pair: ColourPair): string {
  const darker = readableStep(pair, (colour, amount) => colour.darken(amount));
  const lighter = readableStep(pair, (colour, amount) => colour.lighten(amount));
  const mended = darker === null || (lighter !== null && lighter.steps < darker.steps) ? lighter : darker;
  // Black or white can be read on every ground, and both ways end there.
  return mended?.text ?? pair.text;
}

/** Of lines that only part things, and carry nothing to read: nearer to the ground than to the text. */
export function lineBetween({ text, ground }: ColourPair): string {
  return colord(ground).mix(text, 0.25).toHex();
}

type Colour = ReturnType<typeof colord>;

function readableStep(
  { text, ground }: ColourPair,
  change: (colour: Colour, amount: number) => Colour,
): { readonly text: string; readonly steps: number } | null {
  for (let steps = 0; steps <= mostSteps; steps += 1) {
    const changed = change(colord(text), steps * step).toHex();
    if (isReadable({ text: changed, ground })) return { text: changed, steps };
  }
  return null;
}
