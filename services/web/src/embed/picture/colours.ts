import type { Theme } from "../embed.ts";

export interface Colours {
  readonly ink: string;
  readonly quiet: string;
  readonly ground: string;
  readonly line: string;
  readonly accent: string;
}

const light: Colours = { ink: "#14201c", quiet: "#52605a", ground: "#ffffff", line: "#d9ddd5", accent: "#0a5d4c" };
const dark: Colours = { ink: "#e8efeb", quiet: "#a9b7b0", ground: "#0f1513", line: "#303c37", accent: "#7ed3bd" };

/** As in the styles of the site; a picture cannot follow its reader's system. */
export function coloursOf(theme: Theme): Colours {
  return theme === "dark" ? dark : light;
}

/** For what is not real, by day and by night. */
export const practice = { ground: "#ffd75e", ink: "#3d2c00" };
