import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Comparison } from "@openremit/shared/comparison";
import { NoFreshDataError } from "@openremit/shared/domain";
import { type ComparisonScene, openComparisonScene, quietLogger, quoteOf } from "../../support/comparison-scene.ts";
import { buildManyQuotes } from "../../support/large-scene.ts";
import { beMa } from "../../support/record-job.ts";
import { serveWeb } from "../../support/web-scene.ts";

let scene: ComparisonScene;
beforeAll(async () => {
  scene = await openComparisonScene([quoteOf({}), quoteOf({ provider: "remitly", fee: "3" })]);
});
afterAll(() => scene.close());

type Options = Partial<Parameters<typeof serveWeb>[0]>;

/** The answers of a site of its own; what is sent is compressed as browsers ask for it. */
async function visit<Seen>(see: (get: (path: string) => Promise<Response>) => Promise<Seen>, options: Options = {}) {
  const { catalog, comparison, clock } = scene;
  const web = await serveWeb({ catalog, comparison, mode: "real", clock, logger: quietLogger, ...options });
  const seen = await see((path) => fetch(`${web.origin}${path}`));
  web.close();
  return seen;
}

const brokenBy = (error: Error): Options => ({
  comparison: { ...scene.comparison, offers: () => Promise.reject(error) } as Comparison,
});

describe("the corridor page's conduct", () => {
  it("allows what is its own and nothing else, and tells nobody where somebody came from", async () => {
    const { headers } = await visit((get) => get("/en/be-ma"));
    const policy = headers.get("content-security-policy")?.split(";") ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy.join()).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect([headers.get("x-powered-by"), headers.get("set-cookie")]).toEqual([null, null]);
  });

  it("loads nothing from elsewhere, and has neither style nor program within", async () => {
    const html = await visit(async (get) => (await get("/en/be-ma")).text());
    const loaded = [...html.matchAll(/<(?:link|script|img|form)[^>]*(?:src|href|action)="([^"]*)"/g)].map(
      ([, at]) => at,
    );
    expect(loaded.length).toBeGreaterThan(4);
    expect(loaded.filter((address) => !/^\/(?!\/)/.test(address ?? ""))).toEqual([]);
    expect(html).not.toMatch(/<script(?! type="module" src)|<style| style=|\son[a-z]+=|javascript:/i);
  });

  it("names itself practice in simulated mode, in its title and before anything else, and only then", async () => {
    const read = async (get: (path: string) => Promise<Response>) => (await get("/en/be-ma")).text();
    const practice = await visit(read, { mode: "simulated" });
    expect(practice).toContain("<title>Practice prices: Send money from Belgium to Morocco");
    expect(practice).toMatch(/<body[^>]*><aside class="simulated"/);
    expect(practice).toContain('<meta name="robots" content="noindex"/>');
    expect(await visit(read)).not.toMatch(/Practice prices|noindex/);
  });

  it("fits with sixty offers and its style into 50 KB as it travels", async () => {
    const many = await openComparisonScene(buildManyQuotes(beMa, 60, "2026-11-23T11:50:00.000Z"));
    const sizes = await visit(
      async (get) => {
        const page = await get("/en/be-ma");
        const html = await page.text();
        const [, style = ""] = /rel="stylesheet" href="([^"]*)"/.exec(html) ?? [];
        expect(html.match(/<li class="offer/g)?.length).toBeGreaterThan(30);
        return [page, await get(style)].map(({ headers }) => Number.parseInt(headers.get("content-length") ?? "", 10));
      },
      { comparison: many.comparison },
    );
    await many.close();
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(50 * 1_024);
  });
});

describe("the corridor page in trouble", () => {
  it.each([
    ["the prices are out of reach", new NoFreshDataError("PostgreSQL is away"), 503, "We cannot show the prices"],
    ["something breaks inside", new Error("secret of the inside"), 500, "Something is wrong on our side."],
  ])("says so in words where %s, and nothing of the inside", async (_case, error, status, words) => {
    const [response, html] = await visit(async (get) => {
      const answer = await get("/en/be-ma?pay=350");
      return [answer, await answer.text()] as const;
    }, brokenBy(error));
    expect([response.status, response.headers.get("cache-control")]).toEqual([status, "no-store"]);
    expect(html).toContain(words);
    expect(html).not.toMatch(/secret|PostgreSQL|\bat .*\.ts/);
  });

  it("says so where a page itself cannot be drawn", async () => {
    const broken: Options = {
      comparison: { ...scene.comparison, offers: async () => ({ answer: null }) } as unknown as Comparison,
    };
    const [status, html] = await visit(async (get) => {
      const answer = await get("/en/be-ma");
      return [answer.status, await answer.text()] as const;
    }, broken);
    expect(status).toBe(500);
    expect(html).not.toMatch(/TypeError|node_modules|\.tsx?:/);
  });

  it("asks for patience where somebody asks too often", async () => {
    const answers = await visit(
      async (get) => {
        const statuses: number[] = [];
        for (let asked = 0; asked < 4; asked += 1) statuses.push((await get(`/en/be-ma?pay=${100 + asked}`)).status);
        return [statuses, (await get("/en/be-ma")).headers.get("retry-after")];
      },
      { requestsPerMinute: 3 },
    );
    expect(answers).toEqual([[200, 200, 200, 429], expect.stringMatching(/^\d+$/)]);
  });
});
