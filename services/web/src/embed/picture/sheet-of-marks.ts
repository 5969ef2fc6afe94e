import type { Language } from "../../languages/languages.ts";
import type { Drawing, Mark } from "./drawing.ts";
import { fitText } from "./fit-text.ts";
import type { Fonts } from "./fonts.ts";

/** Fits a phone as it is, and is legible where only 280 pixels are left. */
export const pictureWidth = 400;
const padding = 20;
const room = pictureWidth - 2 * padding;
const lineHeight = 1.4;

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly fill: string;
  /** Three unless said. */
  readonly lines?: number;
  /** A name or an address: in its own direction, also where lines run from right to left. */
  readonly isName?: boolean;
}

/** Marks below each other, each where the one before it ends. */
export function createSheet(ground: string, fonts: Fonts) {
  const marks: Mark[] = [];
  let y = 0;

  /** The fonts that come along have no arrows. @returns where the last line ends */
  function set(text: string, style: TextStyle, place: { top: number; width: number; anchor: "start" | "end" }): number {
    const { size, bold = false, fill, lines = 3, isName = false } = style;
    const height = Math.round(size * lineHeight);
    let top = place.top;
    for (const line of fitText(text.replaceAll("→", "–"), { size, bold }, { width: place.width, lines }, fonts)) {
      const x = place.anchor === "start" ? padding : pictureWidth - padding;
      marks.push({
        kind: "line",
        text: isName ? `\u2068${line}\u2069` : line,
        x,
        y: Math.round(top + size * 1.05),
        anchor: place.anchor,
        size,
        bold,
        fill,
      });
      top += height;
    }
    return top;
  }

  return {
    space(height: number): void {
      y += height;
    },
    text(text: string, style: TextStyle): void {
      y = set(text, style, { top: y, width: room, anchor: "start" });
    },
    /** Two texts beside each other; the second is never cut. */
    pair(first: readonly [string, TextStyle], second: readonly [string, TextStyle]): void {
      const [text, style] = second;
      const width = fonts.widthOf(text, { size: style.size, bold: style.bold ?? false }) * 1.08 + 1;
      const ends = [
        set(first[0], { lines: 2, ...first[1] }, { top: y, width: room - width - 16, anchor: "start" }),
        set(text, style, { top: y, width, anchor: "end" }),
      ];
      y = Math.max(...ends);
    },
    rule(fill: string): void {
      marks.push({ kind: "area", x: padding, y: y + 10, width: room, height: 1, fill });
      y += 21;
    },
    /** A ground for what is written in it. */
    band(fill: string, write: () => void): void {
      const [top, at] = [y, marks.length];
      y += 12;
      write();
      y += 12;
      marks.splice(at, 0, { kind: "area", x: 0, y: top, width: pictureWidth, height: y - top, fill });
    },
    end(title: string, { code, direction }: Language): Drawing {
      const height = y + padding;
      const all: Mark[] = [{ kind: "area", x: 0, y: 0, width: pictureWidth, height, fill: ground }, ...marks];
      const description = marks.flatMap((mark) => (mark.kind === "line" ? [mark.text] : [])).join(" ");
      return { width: pictureWidth, height, language: code, direction, title, description, marks: all };
    },
  };
}

export type Sheet = ReturnType<typeof createSheet>;
