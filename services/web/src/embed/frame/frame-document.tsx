import type { ComponentChildren } from "preact";
import type { Assets } from "../../assets/assets.ts";
import { SimulatedNote } from "../../layout/simulated-note.tsx";
import { useWords } from "../../words/words.ts";
import type { Theme } from "../embed.ts";

export interface FrameDocumentProps {
  readonly title: string;
  readonly simulated: boolean;
  readonly theme: Theme;
  readonly assets: Pick<Assets, "style" | "script">;
  readonly children: ComponentChildren;
}

const schemes = { auto: "light dark", light: "light", dark: "dark" };

/** The page inside a frame: no menu and no frame of the site, but the same words first where prices are not real. */
export function FrameDocument({ title, simulated, theme, assets, children }: FrameDocumentProps) {
  const { t, language } = useWords();
  return (
    <html lang={language.code} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        <title>{simulated ? `${t("simulated.short")}: ${title}` : title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={schemes[theme]} />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={assets.style(`embed-${theme}`).path} />
        <script defer src={assets.script("embed-frame").path} />
      </head>
      <body class="embed">
        {simulated && <SimulatedNote />}
        <main>{children}</main>
      </body>
    </html>
  );
}
