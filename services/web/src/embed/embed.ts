import type { Content } from "@openremit/shared/serving";
import type { Origin } from "../site/origin-of.ts";
import type { Life, SiteContext } from "../site/page.ts";
import type { Words } from "../words/words.ts";
import type { Pictures } from "./picture/keep-pictures.ts";

/** How a corridor is shown on other people's pages: in a frame, as a picture, or as a short message. */
export const embedForms = ["frame", "svg", "png", "txt"] as const;
export type EmbedForm = (typeof embedForms)[number];

/** The frame's own choice is its reader's system; a picture is the same for everybody, and light unless said. */
export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** What a host's page asks for. Nothing of who reads it. */
export interface EmbedRequest {
  readonly words: Words;
  /** Such as `be-ma`. */
  readonly id: string;
  readonly search: URLSearchParams;
  readonly theme: Theme;
  readonly origin: Origin;
}

export interface EmbedContext {
  readonly site: SiteContext;
  readonly pictures: Pictures;
}

export interface EmbedContent {
  readonly kind: "content";
  readonly status?: number;
  readonly content: Content;
  /** Null: kept by nobody. */
  readonly life: Life | null;
}

export interface EmbedElsewhere {
  readonly kind: "redirect";
  /** A path of this site. */
  readonly to: string;
}

export type EmbedAnswer = EmbedContent | EmbedElsewhere;

/** One way to show a corridor; what is wrong is shown in the same way, so that a page is never left with a hole. */
export interface Embed {
  answer(request: EmbedRequest, context: EmbedContext): Promise<EmbedAnswer>;
  /** @param text what is wrong, in the reader's language */
  sayProblem(text: string, request: EmbedRequest, context: EmbedContext): Promise<Content>;
}
