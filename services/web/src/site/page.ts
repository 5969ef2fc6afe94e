import type { Catalog } from "@openremit/shared/catalog";
import type { Answered, Comparison, VisitDesk } from "@openremit/shared/comparison";
import type { Clock, Logger, Mode } from "@openremit/shared/runtime";
import type { KeyRing, ReaderDesk } from "@openremit/shared/storage";
import type { ComponentChild } from "preact";
import type { Assets, ScriptName, StyleName } from "../assets/assets.ts";
import type { Dictionary, Words } from "../words/words.ts";
import type { FormTokens } from "./form-tokens.ts";
import type { Origin } from "./origin-of.ts";

/** Who runs this copy of the site, as they say themselves. */
export interface Operator {
  /** An e-mail or https address. */
  readonly contact: string | null;
  /** Who pays for it. */
  readonly funding: string | null;
}

/** What pages are made of. */
export interface SiteContext {
  readonly catalog: Catalog;
  readonly comparison: Comparison;
  readonly desk: ReaderDesk;
  /** Where visits to shops go. */
  readonly visitDesk: VisitDesk;
  /** Tells right keys from wrong ones. */
  readonly keyRing: KeyRing;
  /** In which times are told and read. */
  readonly timeZone: string;
  readonly formTokens: FormTokens;
  readonly assets: Assets;
  readonly dictionary: Dictionary;
  readonly operator: Operator;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface PageRequest {
  readonly words: Words;
  /** The corridor of `/:corridor`, and whatever else the path names. */
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
  /** What a form posted; null for a question. */
  readonly form: URLSearchParams | null;
  /** Of the whole addresses in texts that leave the site: on paper, in a message. */
  readonly origin: Origin;
  /** Whether this reader may post once more in this hour. Each call counts. */
  mayPost(): Promise<boolean>;
}

/** How long a page stays true; see `Answered`. Null: it is made for one reader and kept by nobody. */
export type Life = Omit<Answered<unknown>, "answer">;

/** A page of the site in its frame. */
export interface PageView {
  readonly kind: "page";
  readonly status?: number;
  readonly title: string;
  readonly description?: string;
  readonly body: ComponentChild;
  readonly life: Life | null;
  /** What the page is about, as JSON-LD for search engines. */
  readonly linkedData?: object | null;
  /** What the page can do better with JavaScript; nothing needs it. */
  readonly scripts?: readonly ScriptName[];
  /** What its looks need beyond the stylesheet of all pages. */
  readonly styles?: readonly StyleName[];
  /** Whether other sites can show it, found by its address alone (oEmbed). */
  readonly isEmbeddable?: boolean;
  /** Without the frame, for paper: a `sheet`, or one that is `folded`. */
  readonly frame?: "site" | "sheet" | "folded";
}

export interface TextView {
  readonly kind: "text";
  readonly text: string;
  /** Plain text unless said. */
  readonly contentType?: string;
  readonly life: Life | null;
}

export interface Redirect {
  readonly kind: "redirect";
  /** A path of this site. */
  readonly to: string;
}

export type PageAnswer = PageView | TextView | Redirect;

/** One page in every language: `path` stands below the language and may hold `:corridor`. */
export interface Page {
  readonly path: string;
  readonly method?: "get" | "post";
  answer(request: PageRequest, site: SiteContext): Promise<PageAnswer> | PageAnswer;
}
