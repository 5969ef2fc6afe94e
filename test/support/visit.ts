import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: broken policies, failed requests, errors of programs. */
  readonly complaints: string[];
  /** Every address that was asked for. */
  readonly asked: string[];
}

/** Chromium tells it to developers of pages that are meant to say so; a missing file of a page is another matter. */
const notFound = /^Failed to load resource: the server responded with a status of 40[04] /;

/** Somebody with a browser of their own, who notices everything, and leaves again. */
export async function visit(
  browser: Browser,
  options: BrowserContextOptions,
  work: (visit: Visit) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 }, ...options });
  const [complaints, asked, places]: [string[], string[], string[]] = [[], [], []];
  context.on("request", (request) => {
    asked.push(request.url());
    if (request.isNavigationRequest()) places.push(request.url());
  });
  context.on("console", (message) => {
    const isPlaceNotFound = notFound.test(message.text()) && places.includes(message.location().url);
    if (!isPlaceNotFound) complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  await context.exposeBinding("hearViolation", (_source, directive: string) => {
    complaints.push(`against the policy: ${directive}`);
  });
  await context.addInitScript(() => {
    const { hearViolation } = globalThis as unknown as { hearViolation(directive: string): void };
    document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => hearViolation(violatedDirective));
  });
  try {
    const page = await context.newPage();
    await work({ page, context, complaints, asked });
  } finally {
    await context.close();
  }
}
