import type { Words } from "../../words/words.ts";

/** oEmbed 1.0, section 2.3.4: type rich. */
export interface Oembed {
  readonly version: "1.0";
  readonly type: "rich";
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** Seconds. */
  readonly cache_age: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

export interface OembedGround {
  readonly words: Words;
  readonly title: string;
  readonly origin: string;
  /** Whole addresses of the page and of the frame that shows it. */
  readonly page: string;
  readonly frame: string;
  /** What the host has room for; null: it does not say. */
  readonly maxWidth: number | null;
  readonly maxHeight: number | null;
}

const usual = { width: 600, height: 620 };
const dayInSeconds = 86_400;

export function buildOembed({ words, title, origin, page, frame, maxWidth, maxHeight }: OembedGround): Oembed {
  const width = Math.min(usual.width, maxWidth ?? usual.width);
  const height = Math.min(usual.height, maxHeight ?? usual.height);
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: words.t("site.name"),
    provider_url: origin,
    cache_age: dayInSeconds,
    width,
    height,
    html: `${fallback(page, title)}${frameTag({ src: frame, title, width, height })}`,
  };
}

/** What stands in place of the frame until it says how high it is (WordPress), and where frames are taken out. */
function fallback(page: string, title: string): string {
  return `<blockquote><a href="${escapeText(page)}">${escapeText(title)}</a></blockquote>`;
}

interface FrameTag {
  readonly src: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

function frameTag({ src, title, width, height }: FrameTag): string {
  const names = `src="${escapeText(src)}" title="${escapeText(title)}"`;
  return `<iframe ${names} width="${width}" height="${height}" frameborder="0" loading="lazy" referrerpolicy="no-referrer"></iframe>`;
}

/** Names of countries in ours words, addresses of ours: nothing strange, and escaped all the same. */
function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
