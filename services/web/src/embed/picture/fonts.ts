import { createRequire } from "node:module";
import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import { ConfigError } from "@openremit/shared/domain";

const noto = "OpenRemit Noto Sans";
const notoArabic = "OpenRemit Noto Sans Arabic";
const files: readonly (readonly [family: string, file: string])[] = [
  [noto, "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"],
  [noto, "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf"],
  [notoArabic, "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf"],
  [notoArabic, "@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf"],
];

/** What the text of a picture is set in: fonts that come along, so that every machine draws the same. */
export interface Face {
  readonly size: number;
  readonly bold: boolean;
}

export interface Fonts {
  canvas(width: number, height: number): Canvas;
  choose(context: SKRSContext2D, face: Face): void;
  /** In pixels, with its letters joined as they are read. */
  widthOf(text: string, face: Face): number;
}

/**
 * Reads the fonts and the library that draws, when the first picture is asked for. It is a program of each platform: where
 * it has none, pictures fail and nothing else does.
 */
export function loadFonts(): Fonts {
  const require = createRequire(import.meta.url);
  const { createCanvas, GlobalFonts } = require("@napi-rs/canvas") as typeof import("@napi-rs/canvas");
  for (const [family, file] of files) {
    if (GlobalFonts.registerFromPath(require.resolve(file), family) === null) {
      throw new ConfigError(`the font ${file} cannot be read`);
    }
  }
  const choose = (context: SKRSContext2D, { size, bold }: Face) => {
    context.font = `${bold ? 700 : 400} ${size}px "${noto}", "${notoArabic}"`;
  };
  const ruler = createCanvas(1, 1).getContext("2d");
  return {
    canvas: createCanvas,
    choose,
    widthOf(text, face) {
      choose(ruler, face);
      return ruler.measureText(text).width;
    },
  };
}
