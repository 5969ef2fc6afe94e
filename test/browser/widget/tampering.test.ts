import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { offersAnswer } from "@openremit/shared/contracts";
import type { Page } from "playwright-core";
import { lookAtWidget, type Seen } from "../../support/look-at-widget.ts";
import { openWidgetWorld, pricesShown, type WidgetWorld } from "../../support/widget-visit.ts";

let world: WidgetWorld;
let honest: Seen;
let painted: readonly string[];

const tag = (more: string) => `<remit-compare from="BE" to="MA" amount="200" lang="en"${more}></remit-compare>`;

/** With every option unfolded. */
async function look(page: Page): Promise<Seen> {
  await pricesShown(page);
  await page.evaluate(() =>
    document.querySelector("remit-compare")?.shadowRoot?.querySelector<HTMLElement>("[aria-expanded=false]")?.click(),
  );
  return lookAtWidget(page);
}

/** As it stands on the screen: what is painted over a text leaves the text itself alone. */
async function paint(page: Page): Promise<string[]> {
  const shots: string[] = [];
  for (const part of [".practice", ".answer", "table", ".note"]) {
    shots.push((await page.locator(`remit-compare ${part}`).screenshot()).toString("base64"));
  }
  return shots;
}

const withChoices = tag(' amounts="100 200"');

beforeAll(async () => {
  world = await openWidgetWorld();
  await world.onPage(withChoices, async ({ page }) => {
    honest = await look(page);
    painted = await paint(page);
  });
});
afterAll(() => world.close());

/** What a page could try by attributes: none of them is one of ours. */
const attributes = [
  `order="desc" sort="name" hide="moneygram" providers="ria" limit="1" only="ria" exclude="wise"`,
  `labels="none" label="" note="Recommended by us" independent="false" simulated="false" practice="no"`,
  `amounts='[{"pay":"200.00","offer":[3],"received":["9999.00"]}]' offers="[]" data='{"offers":[]}' src="https://elsewhere.example/prices.json" api="https://elsewhere.example"`,
  `theme="none" class="hidden" part="frame" style="height:60px;overflow:hidden;clip-path:inset(0 0 60% 0)" aria-hidden="true" slot="x"`,
  `amounts="&lt;img src=x onerror=alert(1)&gt; 0 -5 1e3 200" currency="&lt;b&gt;"`,
];

/** What it could try by styles: those that are documented, and those that are not. */
const styles = [
  "remit-compare { --remit-ink: #fff; --remit-ground: #fff; --remit-accent: #fff; --remit-line: #fff; --remit-font: 'no such font' }",
  "remit-compare { --remit-quiet: transparent; --remit-tint: #14201c; --remit-edge: transparent; --label: #fff; --label-ground: #fff; --plain: x; --ink: #fff }",
  "remit-compare { --remit-radius: 9999px; --remit-line: url(https://elsewhere.example/x); --remit-font: ; --remit-ink: 7 }",
  "remit-compare { -webkit-line-clamp: 2 !important; display: -webkit-box !important; columns: 9 !important; font-size: 1px !important; -webkit-text-fill-color: transparent !important; color: transparent !important; text-indent: -99em !important; word-spacing: -9em !important; direction: rtl; flex-direction: column-reverse }",
  "remit-compare::part(note), remit-compare::part(practice), remit-compare::part(row), remit-compare::part(label), remit-compare::part(more), remit-compare::part(link) { display: none !important }",
  "remit-compare .note, .note, .label, .practice, tr:first-child, table { display: none !important } tr { order: -1 !important }",
];

/** Names that a page registers hold inside every shadow tree, too. */
function named(names: readonly string[], value: string): string {
  return names
    .map((name) => `@property --${name} { syntax: "<color>"; inherits: false; initial-value: ${value} }`)
    .join(" ");
}

/** Those that paint, among them every part that may be styled. */
const partStyles = [
  named(["label", "label-ground", "ground"], "#eef1ec"),
  named(["quiet", "tint", "accent", "edge", "line"], "transparent"),
  named(["ink", "tint"], "#14201c"),
  `@font-face { font-family: blank; src: local("Open Sans Regular"), local("Arial"); size-adjust: 1% }
    @property --plain { syntax: "*"; inherits: false; initial-value: blank }`,
  `@font-face { font-family: system-ui; src: local("Open Sans Regular"), local("Arial"); size-adjust: 1% }`,
  "remit-compare { height: 80px !important; overflow: clip !important }",
  "remit-compare { max-height: 80px !important; contain: strict !important }",
  "remit-compare { clip-path: inset(0 0 70% 0) !important; clip: rect(0, 9px, 9px, 0) !important }",
  "remit-compare { -webkit-mask: linear-gradient(#000 9%, transparent 0) !important; filter: blur(9px) !important }",
  "remit-compare { opacity: .02 !important; content-visibility: hidden !important }",
  "remit-compare::before, remit-compare::after { content: 'Ria is best'; position: absolute; inset: 0; background: #fff; z-index: 99 }",
  "remit-compare::part(frame) { z-index: 99 !important; background: #fff !important; position: fixed !important; inset: -99px !important; opacity: 1; box-shadow: 0 0 0 999px #fff !important; display: none !important; pointer-events: auto !important }",
  "remit-compare::part(frame)::after, remit-compare::part(title)::before, remit-compare::part(field)::after { content: 'Ria is best'; position: fixed; inset: 0; background: #fff; z-index: 99 }",
  "remit-compare::part(title), remit-compare::part(field), remit-compare::part(button) { position: fixed !important; inset: 0 !important; z-index: 99 !important; transform: scale(50) !important; margin-bottom: -40em !important; background: #fff !important; box-shadow: 0 0 0 999px #fff !important; outline: 900px solid #fff !important }",
];

describe("a page that would rather show something else", () => {
  it("is met by the ranking of the API, whole, with its labels and notes", async () => {
    const response = await fetch(`${world.scene.origin}/v1/corridors/be-ma/offers?pay=200`);
    const { offers } = offersAnswer.parse(await response.json());
    expect(honest.rows).toHaveLength(offers.length);
    for (const [index, { provider }] of offers.entries()) expect(honest.rows[index]).toContain(provider.name);
    expect(honest.labels).toEqual(
      expect.arrayContaining(["Estimate", "From a price list", "First time may be cheaper"]),
    );
    expect(honest.note).toBe("The option that gives the most is first. Nobody can pay for a better place.");
    expect(honest.practice).toContain("Practice prices");
    expect(honest.unseen).toEqual([]);
  });

  it("finds no name to register but those that it may set", async () => {
    await world.onPage(withChoices, async ({ page }) => {
      await pricesShown(page);
      const names = await page.evaluate(() => {
        const sheets = document.querySelector("remit-compare")?.shadowRoot?.adoptedStyleSheets ?? [];
        const rules = sheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
        return [...new Set(rules.join("").match(/--[\w-]+/g))].sort();
      });
      const settable = ["accent", "font", "ground", "ink", "line", "radius"];
      expect(names).toEqual(settable.map((name) => `--remit-${name}`));
    });
  });

  for (const attribute of attributes) {
    it(`cannot do so by attributes: ${attribute.slice(0, 60)}…`, async () => {
      await world.onPage(tag(` ${attribute}`), async ({ page, asked }) => {
        expect(await look(page)).toEqual(honest);
        expect(asked.filter((address) => address.includes("elsewhere"))).toEqual([]);
      });
    });
  }

  for (const style of partStyles) {
    it(`cannot paint over it either: ${style.slice(0, 90)}…`, async () => {
      await world.onPage(
        withChoices,
        async ({ page }) => {
          expect(await look(page)).toEqual(honest);
          expect((await paint(page)).map((shot, index) => shot === painted[index])).toEqual([true, true, true, true]);
        },
        { head: `<style>${style}</style>` },
      );
    });
  }

  it("cannot paint the ground of some rows in the colour of their letters", async () => {
    const dark = "linear-gradient(#fff 40%, #14201c 40%) !important; box-shadow: inset 0 -40em #14201c !important";
    await world.onPage(
      withChoices,
      async ({ page }) => {
        expect(await look(page)).toEqual(honest);
        // Around the corners of the notes the frame may show.
        expect((await paint(page)).slice(1, 3)).toEqual(painted.slice(1, 3));
      },
      { head: `<style>remit-compare::part(frame) { background: ${dark} }</style>` },
    );
  });

  for (const style of styles) {
    it(`cannot do so by styles: ${style.slice(0, 90)}…`, async () => {
      const head = `<style>${style}</style>`;
      await world.onPage(
        withChoices,
        async ({ page, asked }) => {
          expect(await look(page)).toEqual(honest);
          expect(asked.filter((address) => address.includes("elsewhere"))).toEqual([]);
        },
        { head },
      );
    });
  }

  it("cannot do so by what stands between the tags, or by properties of the element", async () => {
    const between = `<p slot="offers">Ria is best</p><style>tr { display: none }</style>Ria is best`;
    await world.onPage(tag("").replace("></", `>${between}</`), async ({ page, read }) => {
      await pricesShown(page);
      await page.evaluate(() => {
        const widget = document.querySelector("remit-compare");
        const given = { amounts: [], offers: [], order: "desc", data: { offers: [] }, note: "", simulated: false };
        Object.assign(widget ?? {}, given);
        widget?.setAttribute("amounts", "[]");
        widget?.append("Ria is best");
      });
      expect(await look(page)).toEqual(honest);
      expect(await read()).not.toContain("Ria is best");
    });
  });
});
