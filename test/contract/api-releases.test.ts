import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { problem, releaseAnswer, releasesAnswer } from "@openremit/shared/contracts";
import { type ApiScene, openApiScene } from "../support/api-scene.ts";
import { releasedQuotes, writeRelease } from "../support/release-directory.ts";

const id = "simulated-2026-11-23";
let directory: string;
let scene: ApiScene;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "openremit-releases-"));
  writeRelease(directory, { id: "simulated-2026-10-01" });
  writeRelease(directory, { id: `${id}-2`, previous: id });
  writeRelease(directory, { id, previous: "simulated-2026-10-01" });
  writeRelease(directory, { id: "2026-11-22" });
  writeRelease(directory, { id: "simulated-2026-01-01" });
  writeFileSync(join(directory, "simulated-2026-01-01", "quotes.csv"), "cut off");
  writeFileSync(join(directory, "outside.txt"), "not to be read");
  scene = await openApiScene([], { releasesDirectory: directory });
});
afterAll(async () => {
  await scene.close();
  rmSync(directory, { recursive: true });
});

const hash = createHash("sha256").update(releasedQuotes).digest("hex");
const quotes = `/v1/releases/${id}/quotes.csv`;

describe("/v1/releases", () => {
  it("lists the releases of this mode, the newest first", async () => {
    const { releases, simulated } = releasesAnswer.strict().parse(await scene.getJson("/v1/releases"));
    expect(simulated).toBe(true);
    expect(releases.map((one) => one.id)).toEqual([`${id}-2`, id, "simulated-2026-10-01", "simulated-2026-01-01"]);
    expect(releases[1]).toMatchObject({
      previous: "simulated-2026-10-01",
      files: 2,
      bytes: releasedQuotes.length + 15,
      path: `/v1/releases/${id}`,
      changes: [{ dataset: "quotes", rows: 2_000, added: 2_000, revised: 0, withdrawn: 0 }],
      licence: { spdx: "CC-BY-4.0" },
      citation: { publisher: "OpenRemit" },
    });
  });

  it("is empty where no folder was made yet", async () => {
    const none = await openApiScene([], { releasesDirectory: join(directory, "nowhere") });
    const unsaid = await openApiScene([]);
    try {
      for (const one of [none, unsaid]) {
        expect(await one.getJson("/v1/releases")).toEqual({ simulated: true, releases: [] });
        expect((await one.get(`/v1/releases/${id}`)).status).toBe(404);
        expect((await one.get(quotes)).status).toBe(404);
      }
    } finally {
      await none.close();
      await unsaid.close();
    }
  });
});

describe("/v1/releases/{id}", () => {
  it("says of every file what it is and where", async () => {
    const release = releaseAnswer.strict().parse(await scene.getJson(`/v1/releases/${id}`));
    expect(release.files.find(({ name }) => name === "quotes.csv")).toEqual({
      name: "quotes.csv",
      dataset: "quotes",
      mediaType: "text/csv; charset=utf-8",
      bytes: releasedQuotes.length,
      sha256: hash,
      rows: 2_000,
      what: "Prices",
      path: quotes,
    });
    for (const { path } of release.files) expect((await scene.get(path)).status).toBe(200);
    expect(await scene.getJson(release.manifestPath)).toMatchObject({ id });
    expect(await (await scene.get(release.sumsPath)).text()).toContain(`${hash}  quotes.csv\n`);
  });
});

describe("a file of a release", () => {
  it("comes whole, with its hash as its tag, and may be kept for good", async () => {
    const response = await scene.get(quotes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-length": String(releasedQuotes.length),
      "content-disposition": 'attachment; filename="quotes.csv"',
      "cache-control": "public, max-age=31536000, immutable",
      "accept-ranges": "bytes",
      etag: `"${hash}"`,
    });
    expect(response.headers.has("last-modified")).toBe(false);
    expect(await response.text()).toBe(releasedQuotes);
  });

  it("is shown, not kept, where it is about the release", async () => {
    const { headers } = await scene.get(`/v1/releases/${id}/README.md`);
    expect([headers.get("content-type"), headers.get("content-disposition")]).toEqual([
      "text/markdown; charset=utf-8",
      null,
    ]);
  });

  const parts: readonly [string, Record<string, string>, number, string][] = [
    ["a part", { range: "bytes=10-19" }, 206, releasedQuotes.slice(10, 20)],
    ["its end", { range: "bytes=-7" }, 206, releasedQuotes.slice(-7)],
    ["the rest", { range: "bytes=20000-" }, 206, releasedQuotes.slice(20_000)],
    [
      "the rest of the same file",
      { range: "bytes=20000-", "if-range": `"${hash}"` },
      206,
      releasedQuotes.slice(20_000),
    ],
    ["all of it where it is another file", { range: "bytes=20000-", "if-range": '"other"' }, 200, releasedQuotes],
    ["nothing where it is known", { "if-none-match": `"${hash}"` }, 304, ""],
  ];
  for (const [what, headers, status, text] of parts) {
    it(`answers ${status} with ${what}`, async () => {
      expect(await askAsItIs(quotes, headers)).toMatchObject({ status, text });
    });
  }

  it("says its length to HEAD, and what else there is to OPTIONS and POST", async () => {
    const head = await fetch(`${scene.origin}${quotes}`, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, String(releasedQuotes.length)]);
    const options = await fetch(`${scene.origin}${quotes}`, { method: "OPTIONS" });
    expect([options.status, options.headers.get("access-control-allow-headers")]).toEqual([
      204,
      "If-None-Match, If-Range, Range",
    ]);
    expect((await fetch(`${scene.origin}${quotes}`, { method: "POST" })).status).toBe(405);
  });
});

/** Below /v1/releases. */
const wrong: readonly [string, Record<string, string>, number, string][] = [
  ["simulated-2026-12-24", {}, 404, "not_covered"],
  ["2026-11-22", {}, 404, "not_covered"],
  ["2026-11-22/quotes.csv", {}, 404, "not_covered"],
  ["latest", {}, 400, "input"],
  ["latest/quotes.csv", {}, 400, "input"],
  [`${id}/rates.csv`, {}, 404, "not_covered"],
  [`${id}/constructor`, {}, 404, "not_covered"],
  [`${id}/..%2foutside.txt`, {}, 400, "input"],
  [`${id}/..%5coutside.txt`, {}, 400, "input"],
  [`${id}/%2e%2e%2foutside.txt`, {}, 400, "input"],
  [`${id}/quotes.csv%00.md`, {}, 400, "input"],
  [`${id}/../outside.txt`, {}, 404, "not_found"],
  [`..%2f${id}/quotes.csv`, {}, 400, "input"],
  [`${id}/%zz`, {}, 400, "malformed_request"],
  [`${id}/quotes.csv?columns=fee`, {}, 400, "input"],
  [`${id}/quotes.csv`, { range: "bytes=999999-" }, 416, "range_not_satisfiable"],
  [`${id}/quotes.csv`, { "if-match": '"other"' }, 412, "precondition_failed"],
  ["simulated-2026-01-01/quotes.csv", {}, 500, "internal"],
];

describe("what is not there", () => {
  for (const [address, headers, status, code] of wrong) {
    it(`${status} ${code} ${address} ${Object.values(headers)}`, async () => {
      const answer = await askAsItIs(`/v1/releases/${address}`, headers);
      const body = problem.strict().parse(JSON.parse(answer.text));
      expect({ status: answer.status, code: body.code }).toEqual({ status, code });
      expect(answer.headers).toMatchObject({
        "content-type": "application/problem+json; charset=utf-8",
        "cache-control": "no-store",
      });
      expect(answer.headers).not.toHaveProperty("etag");
      expect(answer.headers).not.toHaveProperty("content-disposition");
      if (status === 416) expect(answer.headers["content-range"]).toBe(`bytes */${releasedQuotes.length}`);
    });
  }
});

/** Without what `fetch` tidies up in addresses and adds to conditions. */
function askAsItIs(path: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const asking = request(scene.origin, { path, headers }, async (response) => {
        const pieces: Buffer[] = [];
        for await (const piece of response) pieces.push(piece);
        resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(pieces).toString() });
      });
      asking.on("error", reject).end();
    },
  );
}
