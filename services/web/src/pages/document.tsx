import type { ComponentChildren } from "preact";

export interface DocumentProps {
  readonly title: string;
  readonly simulated: boolean;
  readonly children: ComponentChildren;
}

/** The frame of every page. In simulated mode it says so before anything else. */
export function Document({ title, simulated, children }: DocumentProps) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        {simulated && (
          <p class="simulated" role="note">
            <strong>Practice prices.</strong> These figures are invented to try the site. Do not send money by them.
          </p>
        )}
        <header>
          <a class="brand" href="/">
            OpenRemit
          </a>
          <span>What it costs to send money home</span>
        </header>
        <main>{children}</main>
        <footer>
          <p>
            Independent: no advertising, no paid place in the list, nobody follows you. <a href="/docs">Open data</a>
          </p>
        </footer>
      </body>
    </html>
  );
}
