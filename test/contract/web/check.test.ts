import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createLogger } from "@openremit/shared/runtime";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../../support/comparison-scene.ts";
import { readableText } from "../../support/render-view.ts";
import { serveWeb } from "../../support/web-scene.ts";

const lines: string[] = [];
let scene: ComparisonScene;
let web: Awaited<ReturnType<typeof serveWeb>>;

beforeAll(async () => {
  scene = await openComparisonScene([
    quoteOf({ fee: "2", rate: "10.75" }),
    quoteOf({ provider: "remitly", fee: "4", rate: "10.7" }),
  ]);
  web = await serveWeb({
    catalog: scene.catalog,
    comparison: scene.comparison,
    mode: "simulated",
    clock: scene.clock,
    logger: createLogger("web", { level: "debug", destination: { write: (line) => void lines.push(line) } }),
  });
});
afterAll(async () => {
  web.close();
  await scene.close();
});

const typed = { corridor: "be-ma", currency: "MAD", amount: "200", fee: "10", placement: "inside", rate: "10.4" };
const get = (path: string) => fetch(`${web.origin}${path}`, { redirect: "manual" });

async function post(fields: Record<string, string>) {
  const body = new URLSearchParams({ ...typed, ...fields });
  const response = await fetch(`${web.origin}/en/check`, { method: "POST", body });
  const html = await response.text();
  const shown = html.replaceAll(/<(\w+)[^>]* hidden[^>]*>(?:(?!<\1).)*?<\/\1>/gs, "");
  return { response, html, text: readableText(shown) };
}

describe("the page that checks an offer", () => {
  it("asks for a route first, and then for the fewest figures", async () => {
    expect(await (await get("/en/check")).text()).toContain('<option value="be-ma">Belgium → Morocco</option>');
    const html = await (await get("/en/check?corridor=be-ma")).text();
    expect(html.match(/<input[^>]*type="text"/g)).toHaveLength(4);
    expect(html).toContain('<section id="result" class="stack" hidden');
  });

  it("is kept for all readers before anything is typed", async () => {
    const { headers } = await get("/en/check?corridor=be-ma");
    expect([headers.get("cache-control"), headers.get("etag")]).toEqual([
      expect.stringContaining("public"),
      expect.stringMatching(/^W/),
    ]);
  });

  it.each(["/en/check?corridor=be-zz", "/en/check?corridor=be-ma&currency=USD"])("%s is 404", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe("the same without JavaScript", () => {
  it("says what the offer costs and what the best gives, and nobody keeps it", async () => {
    const { response, text } = await post({});
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(text).toContain("You pay €200.00 in all. They get MAD 1,976.00");
    expect(text).toMatch(/You lose €17\.25\. That is 8\.62% of what you pay\./);
    expect(text).toContain("With the best option that we know today, Wise, they get about MAD 2,128.50.");
    expect(text).not.toContain("the nearest amount");
    expect(lines.join("\n")).not.toMatch(/10\.4|1976/);
  });

  it("says with which amount it compares where that is not the same", async () => {
    const { text } = await post({ placement: "on_top" });
    expect(text).toContain("You pay €210.00 in all.");
    expect(text).toContain("the prices for €200, the nearest amount");
  });

  it("says so where no reference rate may be used, and compares what arrives", async () => {
    const blind = await openComparisonScene([quoteOf({ fee: "2", rate: "10.75" })], []);
    const other = await serveWeb({ ...blind, mode: "simulated", logger: createLogger("web", { level: "silent" }) });
    const response = await fetch(`${other.origin}/en/check`, { method: "POST", body: new URLSearchParams(typed) });
    const html = await response.text();
    expect(html).toMatch(/<p data-when="unknown">We cannot say what you lose\./);
    expect(html).toMatch(/<p data-when="behind">/);
    expect(html).toMatch(/<table[^>]* hidden/);
    other.close();
    await blind.close();
  });

  it.each([
    [{ amount: "1.000" }, "Please write thousands without", 'value="1.000"'],
    [{ fee: "" }, "Write 0 if there is none.", 'value="10.4"'],
    [{ rate: "", received: "" }, "Please write the exchange rate, or what arrives.", 'value="200"'],
    [{ fee: "200" }, "The fee is as large as the amount.", 'name="fee"'],
  ])("%j is told beside the field, with what was typed", async (fields, words, kept) => {
    const { response, html } = await post(fields);
    expect(response.status).toBe(400);
    expect(html).toMatch(new RegExp(`<p class="wrong" id="[a-z]+-wrong">[^<]*${words}`));
    expect(html).toContain(kept);
    expect(html).toContain('<section id="result" class="stack" hidden');
  });

  it("of a route nobody knows is 404", async () => {
    expect((await post({ corridor: "be-zz" })).response.status).toBe(404);
  });
});
