import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Assets } from "../../assets/assets.ts";

interface DocumentProps {
  readonly title: string;
  readonly assets: Pick<Assets, "stylesheet" | "icon">;
  readonly simulated: boolean;
  readonly children: ComponentChildren;
}

/**
 * The frame of the operator's pages. They are in English only, and their words stand in the code: whoever runs a copy
 * reads its configuration and its log in English too, and no reader ever sees them.
 */
function OperatorDocument({ title, assets, simulated, children }: DocumentProps) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – OpenRemit operator`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="stylesheet" href={assets.stylesheet.path} />
        <link rel="icon" type="image/svg+xml" href={assets.icon.path} />
      </head>
      <body class="site">
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <header class="site-header">
          <a class="brand" href="/operator">
            OpenRemit operator
          </a>
        </header>
        <main id="content">
          <h1>{title}</h1>
          {simulated && <p class="note">This copy shows simulated prices.</p>}
          {children}
        </main>
      </body>
    </html>
  );
}

export function renderOperatorPage(props: DocumentProps): string {
  return `<!doctype html>${renderToString(<OperatorDocument {...props} />)}`;
}
