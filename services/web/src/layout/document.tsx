import type { ComponentChildren } from "preact";
import type { Asset, Assets } from "../assets/assets.ts";
import { languages } from "../languages/languages.ts";
import { useWords, type Words } from "../words/words.ts";
import { LanguageMenu } from "./language-menu.tsx";
import { OembedLinks } from "./oembed-links.tsx";
import { SimulatedNote } from "./simulated-note.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

export interface DocumentProps {
  readonly title: string;
  readonly description: string | null;
  readonly simulated: boolean;
  readonly frame: "site" | "sheet" | "folded";
  readonly assets: Pick<Assets, "stylesheet" | "icon">;
  readonly scripts: readonly Asset[];
  /** Beside the stylesheet of all pages. */
  readonly styles: readonly Asset[];
  /** Codes of the languages the page may be read in. */
  readonly offered: readonly string[];
  /** Where the page stands below its language, query included; null where it has no address of its own. */
  readonly place: string | null;
  /** The whole address to ask oEmbed about; null where the page is not shown elsewhere. */
  readonly embeddable: string | null;
  readonly children: ComponentChildren;
}

/** The frame of every page. In simulated mode it says so before anything else. */
export function Document(props: DocumentProps) {
  const words = useWords();
  const { code, direction } = words.language;
  const offered = languages.filter((language) => props.offered.includes(language.code));
  return (
    <html lang={code} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <title>{titleOf(props, words)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {props.description !== null && <meta name="description" content={props.description} />}
        {(props.simulated || props.place === null) && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={props.assets.stylesheet.path} />
        {props.styles.map(({ path }) => (
          <link key={path} rel="stylesheet" href={path} />
        ))}
        <link rel="icon" type="image/svg+xml" href={props.assets.icon.path} />
        <link rel="manifest" href={words.href("/manifest.webmanifest")} />
        {props.place !== null &&
          offered.map((language) => (
            <link
              key={language.code}
              rel="alternate"
              hreflang={language.code}
              href={`/${language.code}${props.place}`}
            />
          ))}
        {props.embeddable !== null && <OembedLinks address={props.embeddable} />}
        {props.scripts.map(({ path }) => (
          <script key={path} type="module" src={path} />
        ))}
      </head>
      <body class={props.frame === "folded" ? "sheet folded" : props.frame}>
        {props.simulated && <SimulatedNote />}
        {props.frame === "site" && (
          <>
            <a class="skip" href="#content">
              {words.t("site.skip")}
            </a>
            <SiteHeader />
          </>
        )}
        <main id="content">{props.children}</main>
        {props.frame === "site" && (
          <>
            <LanguageMenu languages={offered} place={props.place ?? "/"} />
            <SiteFooter />
          </>
        )}
      </body>
    </html>
  );
}

function titleOf({ title, simulated }: DocumentProps, { t }: Words): string {
  const named = title === t("site.name") ? title : `${title} – ${t("site.name")}`;
  return simulated ? `${t("simulated.short")}: ${named}` : named;
}
