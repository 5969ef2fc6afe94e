import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { integrityOf, widgetBundle } from "../../../services/web/src/widget/index.ts";
import { type ComparisonScene, openComparisonScene, quietLogger } from "../../support/comparison-scene.ts";
import { serveWeb } from "../../support/web-scene.ts";

let scene: ComparisonScene;
let site: Awaited<ReturnType<typeof serveWeb>>;
beforeAll(async () => {
  scene = await openComparisonScene([]);
  const { comparison, catalog, clock } = scene;
  site = await serveWeb({ comparison, catalog, clock, mode: "simulated", logger: quietLogger });
});
afterAll(async () => {
  site.close();
  await scene.close();
});

async function load(path: string) {
  const response = await fetch(`${site.origin}${path}`, { headers: { origin: "https://host.example" } });
  const { headers } = response;
  return {
    status: response.status,
    type: headers.get("content-type"),
    origin: headers.get("access-control-allow-origin"),
    resource: headers.get("cross-origin-resource-policy"),
    cache: headers.get("cache-control"),
    cookie: headers.get("set-cookie"),
    text: await response.text(),
  };
}

const forAll = { status: 200, origin: "*", resource: "cross-origin", cookie: null };

describe("the files of the widget", () => {
  it("are the module under its version, for ever, with the hash that pages write down", async () => {
    const { path, version, integrity } = widgetBundle();
    expect(path).toBe(`/widget/${version}/remit-compare.js`);
    const { text, ...rest } = await load(path);
    expect(rest).toEqual({
      ...forAll,
      type: "text/javascript; charset=utf-8",
      cache: "public, max-age=31536000, immutable",
    });
    expect(integrityOf(text)).toBe(integrity);
  });

  it("are the same module under an address that moves, asked for anew every hour", async () => {
    const moving = await load("/widget/1/remit-compare.js");
    expect(moving).toMatchObject({ ...forAll, cache: "public, max-age=3600" });
    expect(integrityOf(moving.text)).toBe(widgetBundle().integrity);
  });

  it("are the words of every offered language, as plain text with plain places", async () => {
    const { text, ...rest } = await load("/widget/1/words/fr.json");
    expect(rest).toMatchObject({ ...forAll, type: "application/json; charset=utf-8", cache: "public, max-age=3600" });
    const words = JSON.parse(text) as Record<string, string>;
    expect(words["corridor.lose"]).toContain("{cost}");
    expect(Object.values(words).filter((word) => /[<>]|\{\w+,/.test(word))).toEqual([]);
    expect((await load("/widget/1/words/zz.json")).status).toBe(404);
  });

  it("are types for who writes code", async () => {
    const { text, ...rest } = await load("/widget/1/remit-compare.d.ts");
    expect(rest).toMatchObject({ ...forAll, type: "text/plain; charset=utf-8" });
    expect(text).toContain('"remit-compare": RemitCompareElement');
    expect((await load("/widget/1/remit-compare-react.d.ts")).text).toContain('declare module "react"');
  });

  it("are none of a version that there was not", async () => {
    expect((await load("/widget/9.9.9/remit-compare.js")).status).toBe(404);
  });
});
