import { createRequire } from "node:module";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
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
  choose(context: SKRSContext2D, face: Face): void;
  /** In pixels, with its letters joined as they are read. */
  widthOf(text: string, face: Face): number;
}

/** Reads the fonts: a few milliseconds, when the first picture is asked for. */
export function loadFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url);
  for (const [family, file] of files) {
    if (GlobalFonts.registerFromPath(resolve(file), family) === null) {
      throw new ConfigError(`the font ${file} cannot be read`);
    }
  }
  const choose = (context: SKRSContext2D, { size, bold }: Face) => {
    context.font = `${bold ? 700 : 400} ${size}px "${noto}", "${notoArabic}"`;
  };
  const ruler = createCanvas(1, 1).getContext("2d");
  return {
    choose,
    widthOf(text, face) {
      choose(ruler, face);
      return ruler.measureText(text).width;
    },
  };
}
