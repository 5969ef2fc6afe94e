import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type ApiScene, openApiScene } from "../../support/api-scene.ts";
import { quietLogger } from "../../support/comparison-scene.ts";
import { corridorDays, writeRelease } from "../../support/release-directory.ts";
import { readableText } from "../../support/render-view.ts";
import { serveWeb } from "../../support/web-scene.ts";

const id = "simulated-2026-11-22";
let directory: string;
let scene: ApiScene;
let none: ApiScene;
let web: Awaited<ReturnType<typeof serveWeb>>;
let published: typeof web;
let empty: typeof web;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "openremit-data-page-"));
  writeRelease(directory, { id: "simulated-2026-11-01" });
  writeRelease(directory, { id, description: "</script><b>" }, await corridorDays());
  scene = await openApiScene([], { releasesDirectory: directory });
  none = await openApiScene([]);
  const options = { ...scene, mode: "simulated" as const, logger: quietLogger };
  web = await serveWeb(options);
  published = await serveWeb({ ...options, publicUrl: scene.origin });
  empty = await serveWeb({ ...options, comparison: none.comparison });
});
afterAll(async () => {
  for (const site of [web, published, empty]) site.close();
  await scene.close();
  await none.close();
  rmSync(directory, { recursive: true });
});

const htmlOf = async (site: typeof web, path = "/en/data") => (await fetch(`${site.origin}${path}`)).text();

/** The texts to copy, by their name. */
function textsToCopy(html: string): Map<string, string> {
  const found = html.matchAll(/<figcaption><strong[^>]*>([^<]+)<.*?<code>(.*?)<\/code>/gs);
  const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
  return new Map(
    [...found].map(([, name = "", text = ""]) => [
      name,
      text.replaceAll(/&(lt|gt|quot|amp);/g, (entity) => entities[entity] ?? ""),
    ]),
  );
}

describe("the data page", () => {
  it("shows the newest version: its files with rows and size, its licence, and the way to all others", async () => {
    const html = await htmlOf(published);
    const text = readableText(html);
    for (const words of [
      `Version ${id}`,
      "What we knew at the end of this day (UTC): 22 Nov 2026",
      "Creative Commons Attribution 4.0 International",
      "corridor-days.parquet Corridor days 5 rows,",
      "quotes.csv Prices 2,000 rows, 22.9 kB",
      "README.md Read &lt;first> & last 1 kB",
    ]) {
      expect(text).toContain(words);
    }
    expect(html).toContain(`href="/v1/releases/${id}/quotes.csv"`);
    expect(html).toContain('href="/en/data?release=simulated-2026-11-01"');
    expect(html).toContain('href="/v1/exports/survey-corridors.xlsx"');
  });

  it("has a button for each text to copy, which names that one and stays hidden until a program shows it", async () => {
    const html = await htmlOf(published);
    const found = html.matchAll(/<pre id="([^"]+)".*?<button [^>]*data-copy="([^"]+)" hidden/gs);
    const pairs = [...found].map(([, text, button]) => [text, button]);
    expect(pairs.map(([text]) => text)).toEqual(["text-apa", "text-bibtex", "text-r", "text-python", "text-duckdb"]);
    expect(pairs.map(([, button]) => button)).toEqual(pairs.map(([text]) => text));
    expect(html).toMatch(/copy-text\.[^"]*js"/);
  });

  it("shows another version where it is asked for, and says where there is none", async () => {
    const text = readableText(await htmlOf(web, "/en/data?release=simulated-2026-11-01"));
    expect(text).toContain("Version simulated-2026-11-01 What we knew");
    expect(text).not.toContain("Read it with a program");
    for (const wrong of ["2026-11-22", "simulated-2026-11-02", "..%2F..", ""]) {
      const response = await fetch(`${web.origin}/en/data?release=${wrong}`);
      expect([wrong, response.status]).toEqual([wrong, 404]);
      expect(readableText(await response.text())).toContain("There is no such version of the data.");
    }
  });

  it("says so before the first version was made", async () => {
    const html = await htmlOf(empty);
    expect(readableText(html)).toContain("There is no fixed version yet.");
    expect(html).not.toContain("application/ld+json");
  });

  it("is kept for others only where its own address is sure", async () => {
    const kept = async (site: typeof web) => (await fetch(`${site.origin}/en/data`)).headers.get("cache-control");
    expect(await kept(web)).toBe("no-store");
    expect(await kept(published)).toMatch(/^public, max-age=/);
  });

  it("names itself for a list of sources, with the address of this copy", async () => {
    const texts = textsToCopy(await htmlOf(published));
    const address = `${scene.origin}/en/data?release=${id}`;
    expect(texts.get("APA")).toBe(
      `OpenRemit contributors. (2026). OpenRemit: what it costs to send money home (Version ${id}) [Data set]. OpenRemit. ${address}`,
    );
    expect(texts.get("BibTeX")).toBe(
      [
        `@misc{openremit-${id},`,
        "  author = {{OpenRemit contributors}},",
        "  title = {{OpenRemit: what it costs to send money home}},",
        "  year = {2026},",
        `  version = {${id}},`,
        "  publisher = {OpenRemit},",
        "  note = {Data set},",
        `  url = {${address}},`,
        "}",
      ].join("\n"),
    );
    expect((await fetch(`${web.origin}${new URL(address).pathname}${new URL(address).search}`)).status).toBe(200);
  });

  it("tells search engines what it is, in a block that nothing in it can end", async () => {
    const html = await htmlOf(published);
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const told = JSON.parse(json);
    // No licence holds for all of it: prices belong to whom they were read from.
    expect(told).not.toHaveProperty("license");
    expect(told).toMatchObject({
      "@type": "Dataset",
      usageInfo: `${scene.origin}/v1/releases/${id}/RIGHTS.md`,
      description: "</script><b>",
      version: id,
      distribution: [
        { name: "README.md" },
        { contentUrl: `${scene.origin}/v1/releases/${id}/quotes.csv`, encodingFormat: "text/csv; charset=utf-8" },
        {},
        {},
      ],
    });
  });
});

describe("the lines for programs", () => {
  it("run in DuckDB as they are printed", async () => {
    const lines = textsToCopy(await htmlOf(published)).get("DuckDB") ?? "";
    const [, address = "", sql = ""] = /^curl -fO (\S+)\nduckdb -c "([^"]+)"$/.exec(lines) ?? [];
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    writeFileSync(join(directory, address.split("/").at(-1) ?? ""), Buffer.from(await answer.arrayBuffer()));
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(`set file_search_path = '${directory}'`);
    const rows = (await connection.runAndReadAll(sql)).getRowsJson();
    connection.closeSync();
    expect(rows.map((row) => row.map(String))).toEqual([
      ["be-cd", "USD", "1.90"],
      ["be-ma", "EUR", "4.30"],
      ["be-cd", "CDF", "7.00"],
    ]);
  });

  it("ask R and Python for a file that is there, with the columns they use", async () => {
    const texts = textsToCopy(await htmlOf(published));
    for (const name of ["R", "Python"]) {
      const [, address = ""] = /read[._]csv\("([^"]+)"\)/.exec(texts.get(name) ?? "") ?? [];
      const [header = ""] = (await (await fetch(address)).text()).split("\r\n");
      expect(header.split(",")).toEqual(
        expect.arrayContaining(["corridor", "receive_currency", "amount", "median_cost_pct"]),
      );
    }
  });
});
