import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { ReceiptAnswer } from "@openremit/shared/contracts";
import { NoFreshDataError, notCoveredParameter } from "@openremit/shared/domain";
import { createLogger } from "@openremit/shared/runtime";
import { constantly } from "@openremit/shared/serving";
import { type ComparisonScene, openComparisonScene, quoteOf, sceneNow } from "../../support/comparison-scene.ts";
import { createMemoryDesk } from "../../support/memory-desk.ts";
import { readableText } from "../../support/render-view.ts";
import { serveWeb } from "../../support/web-scene.ts";

const quote = quoteOf({ provider: "wise", fee: "1.50" });
const corrected = {
  correctionId: "7",
  publishedAt: "2026-11-23T11:00:00.000Z",
  corridorKey: "be-ma:EUR-MAD",
  provider: "wise",
  quoteId: quote.quoteId,
  what: "The fee is 4.90 EUR and not 0 EUR.",
  why: "Une <promotion> a été lue.",
};
const memory = createMemoryDesk([quote.quoteId], [corrected]);
const record = { isUp: true };
const lines: string[] = [];
let scene: ComparisonScene;
let web: Awaited<ReturnType<typeof serveWeb>>;

beforeAll(async () => {
  scene = await openComparisonScene([quote]);
  web = await serveWeb({
    catalog: scene.catalog,
    comparison: { ...scene.comparison, receipt },
    desk: memory.desk,
    mode: "simulated",
    clock: scene.clock,
    logger: createLogger("web", { destination: { write: (line) => void lines.push(line) } }),
    reportsPerHour: 3,
  });
});
afterAll(async () => {
  web.close();
  await scene.close();
});
beforeEach(() => {
  memory.state.reports.length = 0;
  scene.clock.at = sceneNow;
});

async function receipt(quoteId: string) {
  if (!record.isUp) throw new NoFreshDataError("The record of past prices cannot be read at the moment.");
  if (quoteId !== quote.quoteId) throw notCoveredParameter("quoteId", "No such quote was ever recorded.");
  const revisions = [{ revision: 1, recordedAt: quote.fetchedAt, quote }];
  return constantly({ provider: { key: "wise", name: "Wise" }, revisions } as unknown as ReceiptAnswer);
}

const path = (quoteId: string = quote.quoteId) => `${web.origin}/en/report?quote=${quoteId}&corridor=be-ma`;
const said = { fee: "4,90", where: "counter", seenOn: "2026-11-23", text: "The shop asked more.", website: "" };

async function openForm(): Promise<{ token: string; html: string; response: Response }> {
  const response = await fetch(path());
  const html = await response.text();
  return { response, html, token: /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "" };
}

/** Fills the form for as long as a person takes, and sends it. */
async function send(fields: Record<string, string> = {}, filledMs = 20_000, headers: Record<string, string> = {}) {
  const { token } = await openForm();
  scene.clock.at = new Date(scene.clock.at.getTime() + filledMs);
  const body = new URLSearchParams({ ...said, quote: quote.quoteId, token, ...fields });
  const response = await fetch(`${web.origin}/en/report`, { method: "POST", body, headers });
  return { response, html: await response.text() };
}

describe("the form about a wrong price", () => {
  it("says which price it is about and asks for no name", async () => {
    const { response, html } = await openForm();
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(readableText(html)).toContain("We show this price of Wise.");
    expect(html).not.toMatch(/type="(email|tel)"/);
  });

  it.each(["", "xyz", "0".repeat(32)])("about a price nobody knows, %p, says so: 404", async (quoteId) => {
    const response = await fetch(path(quoteId));
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining("do not know this price")]);
  });
});

describe("a report that is sent", () => {
  it("is kept as it was typed, once", async () => {
    const { response, html } = await send();
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(html).toMatch(/<code>[0-9a-f-]{36}<\/code>/);
    expect(memory.state.reports).toEqual([
      {
        quoteId: quote.quoteId,
        fee: "4.9",
        where: "counter",
        seenOn: "2026-11-23",
        text: "The shop asked more.",
        language: "en",
      },
    ]);
  });

  const wrong: readonly [string, Record<string, string>, RegExp][] = [
    ["nothing said", { fee: "", text: " " }, /one figure, or some words/],
    ["no place", { where: "" }, /where you saw it/],
    ["no day", { seenOn: "" }, /a day of the last 60 days/],
    ["an amount that is none", { amount: "lots" }, /such as 200 or 199.50/],
    ["a rate that is none", { rate: "ten" }, /exchange rate such as 10.81/],
    ["a web address", { text: "see www.spam.example" }, /leave out web addresses/],
    ["too many words", { text: "x".repeat(501) }, /500 characters or less/],
  ];
  it.each(wrong)(
    "with %s is told what is wrong, keeps what was typed, and is not kept",
    async (_what, fields, words) => {
      const { response, html } = await send(fields);
      expect(response.status).toBe(400);
      expect(html).toMatch(words);
      const typed = Object.entries({ ...said, ...fields }).find(([name]) => name === "fee")?.[1];
      expect(html).toContain(typed === "" ? 'name="fee"' : `value="${typed}"`);
      expect(memory.state.reports).toEqual([]);
    },
  );

  it.each([
    ["faster than anybody types", {}, 500],
    ["from a form that is too old", {}, 3 * 3_600_000],
    ["with a token of nobody", { token: "made-up" }, 20_000],
    ["by a program that fills every field", { website: "https://spam.example" }, 20_000],
  ])("%s is asked for again, and not kept", async (_how, fields, filledMs) => {
    const { response, html } = await send(fields, filledMs);
    expect([response.status, html]).toEqual([400, expect.stringContaining("Please send it again.")]);
    expect(html).toContain("The shop asked more.");
    expect(html).not.toContain("spam.example");
    expect(memory.state.reports).toEqual([]);
  });

  it.each(["cross-site", "same-site"])("from a page elsewhere (%s) is refused, and not kept", async (site) => {
    const { response, html } = await send({}, 20_000, { "sec-fetch-site": site });
    expect([response.status, html]).toEqual([403, expect.stringContaining("We could not read this form.")]);
    expect(memory.state.reports).toEqual([]);
  });

  it("that the record cannot take stays on the page, and its words are in no log", async () => {
    memory.state.isUp = false;
    const { response, html } = await send({ text: "Madame Unmistakable" });
    memory.state.isUp = true;
    expect([response.status, html]).toEqual([503, expect.stringContaining("We cannot keep reports right now.")]);
    expect(html).toContain("Madame Unmistakable");
    record.isUp = false;
    expect((await send()).response.status).toBe(503);
    record.isUp = true;
    expect(lines.join("\n")).not.toMatch(/Unmistakable|4,90/);
  });

  it("is too many after the limit of an hour: 429, in words, with what was typed", async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await send()).response.status);
    const { response, html } = await send();
    expect(statuses.at(-1)).toBe(429);
    expect([response.status, html]).toEqual([429, expect.stringContaining("many reports in this hour")]);
    expect((await fetch(path())).status).toBe(200);
  });

  it("longer than any form of ours is not read", async () => {
    const body = new URLSearchParams({ text: "x".repeat(20_000) });
    const response = await fetch(`${web.origin}/en/report`, { method: "POST", body });
    expect(response.status).toBe(413);
    await response.text();
  });
});

describe("the public log of corrections", () => {
  it("says in every language when, whose price for which route, what was wrong and why, with the proof", async () => {
    for (const [code, route] of Object.entries({ fr: "Belgique → Maroc", de: "Belgien → Marokko" })) {
      const html = await (await fetch(`${web.origin}/${code}/corrections`)).text();
      expect(readableText(html)).toContain(`Wise, ${route} The fee is 4.90 EUR and not 0 EUR. Une &lt;promotion>`);
      expect(html).toContain(`href="/v1/offers/${quote.quoteId}/receipt"`);
    }
  });
});
