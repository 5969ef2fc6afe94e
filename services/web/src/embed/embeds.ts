import type { Embed, EmbedForm } from "./embed.ts";
import { frame } from "./frame/frame.tsx";
import { png, svg } from "./picture/picture.ts";
import { txt } from "./short/txt.ts";

/** Every way a corridor is shown on other people's pages. */
export const embeds: Readonly<Record<EmbedForm, Embed>> = { frame, svg, png, txt };
