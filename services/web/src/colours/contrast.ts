import { colord, extend } from "colord";
import a11yPlugin from "colord/plugins/a11y";

extend([a11yPlugin]);

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

/**
 * The colour nearest to the one chosen that is good enough, as light or dark as it takes; null where neither black nor
 * white is.
 */
export function mendColour(colour: string, isEnough: (colour: string) => boolean): string | null {
  const darker = firstEnough(colour, isEnough, (one, amount) => one.darken(amount));
  const lighter = firstEnough(colour, isEnough, (one, amount) => one.lighten(amount));
  const mended = darker === null || (lighter !== null && lighter.steps < darker.steps) ? lighter : darker;
  return mended?.colour ?? null;
}

/** As `color-mix(in srgb, one …%, other)`: channel by channel. */
export function mixColours(one: string, percent: number, other: string): string {
  const [a, b] = [colord(one).toRgb(), colord(other).toRgb()];
  const channel = (name: "r" | "g" | "b") => Math.round((a[name] * percent + b[name] * (100 - percent)) / 100);
  return colord({ r: channel("r"), g: channel("g"), b: channel("b") }).toHex();
}

type Colour = ReturnType<typeof colord>;

function firstEnough(
  colour: string,
  isEnough: (colour: string) => boolean,
  change: (colour: Colour, amount: number) => Colour,
): { readonly colour: string; readonly steps: number } | null {
  for (let steps = 0; steps <= mostSteps; steps += 1) {
    const changed = change(colord(colour), steps * step).toHex();
    if (isEnough(changed)) return { colour: changed, steps };
  }
  return null;
}
