import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Problem, problem, reportAnswer } from "@openremit/shared/contracts";
import { createLogger } from "@openremit/shared/runtime";
import { type ApiScene, openApiScene } from "../support/api-scene.ts";
import { quoteOf } from "../support/comparison-scene.ts";
import { createMemoryDesk } from "../support/memory-desk.ts";

const quote = quoteOf();
const said = { quoteId: quote.quoteId, fee: "4.90", where: "counter", seenOn: "2026-11-23" };
const memory = createMemoryDesk([quote.quoteId]);
const lines: string[] = [];
const logger = createLogger("api", { destination: { write: (line) => void lines.push(line) } });
let scene: ApiScene;
beforeAll(async () => {
  scene = await openApiScene([quote], { desk: memory.desk, logger, reportsPerHour: 1_000 });
});
afterAll(() => scene.close());

function post(body: unknown, headers: Record<string, string> = {}, origin = scene.origin): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return fetch(`${origin}/v1/reports`, {
    method: "POST",
    body: text,
    headers: { "content-type": "application/json", ...headers },
  });
}

describe("a report of a wrong price", () => {
  it("is kept: 201 with its id, which no cache keeps", async () => {
    const response = await post({ ...said, text: "  The shop asked more.  ", language: "en" });

    expect([response.status, response.headers.get("cache-control")]).toEqual([201, "no-store"]);
    expect(reportAnswer.strict().parse(await response.json())).toMatchObject({ receivedAt: expect.any(String) });
    expect(memory.state.reports.at(-1)).toEqual({ ...said, text: "The shop asked more.", language: "en" });
  });

  const wrong: readonly [string, unknown, number, string, RegExp][] = [
    ["no quote", { ...said, quoteId: undefined }, 400, "input", /quoteId/],
    ["a quote nobody knows", { ...said, quoteId: "0".repeat(32) }, 404, "not_covered", /quoteId/],
    ["no figure and no words", { ...said, fee: undefined, text: " " }, 400, "input", /at least one figure/],
    ["a figure as a number", { ...said, fee: 4.9 }, 400, "input", /fee/],
    ["a negative fee", { ...said, fee: "-1" }, 400, "input", /fee/],
    ["an amount of nothing", { ...said, amount: "0" }, 400, "input", /amount/],
    ["an unknown place", { ...said, where: "moon" }, 400, "input", /where/],
    ["no day", { ...said, seenOn: "yesterday" }, 400, "input", /seenOn/],
    ["an address in the words", { ...said, text: "see https://spam.example" }, 400, "input", /web addresses/],
    ["501 characters", { ...said, text: "x".repeat(501) }, 400, "input", /at most 500/],
    ["a field too many", { ...said, email: "a@b.example" }, 400, "input", /email/],
    ["half a body", '{"quoteId":', 400, "malformed_request", /not JSON/],
    ["a list", "[]", 400, "input", /object/],
    ["more than 8 KB", { ...said, text: "x".repeat(9_000) }, 413, "body_too_large", /8192/],
  ];
  for (const [name, body, status, code, words] of wrong) {
    it(`with ${name} is refused: ${status}`, async () => {
      const before = memory.state.reports.length;
      const response = await post(body);
      const told: Problem = problem.strict().parse(await response.json());

      expect({ status: response.status, code: told.code }).toEqual({ status, code });
      expect([told.detail, ...told.errors.map(({ parameter, message }) => `${parameter} ${message}`)].join()).toMatch(
        words,
      );
      expect(memory.state.reports).toHaveLength(before);
    });
  }

  it("is not read where it does not call itself JSON", async () => {
    const response = await post(said, { "content-type": "text/plain" });
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([415, "unsupported_media_type"]);
  });

  it("takes no parameter in the address", async () => {
    const response = await fetch(`${scene.origin}/v1/reports?quoteId=1`, {
      method: "POST",
      body: JSON.stringify(said),
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(400);
  });

  it("is read with nothing but POST, and pages of other origins get no leave to post", async () => {
    const read = await scene.get("/v1/reports");
    expect([read.status, read.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
    const asked = await fetch(`${scene.origin}/v1/reports`, { method: "OPTIONS" });
    expect([asked.status, asked.headers.get("access-control-allow-methods")]).toEqual([204, null]);
  });

  it("waits for another hour after as many as the limit, and wrong ones do not count", async () => {
    const limited = await openApiScene([quote], { desk: memory.desk, reportsPerHour: 2 });
    const statuses: number[] = [];
    for (const body of [{ ...said, fee: "-1" }, said, { ...said, fee: "-1" }, said, said]) {
      statuses.push((await post(body, {}, limited.origin)).status);
    }
    const last = await post(said, {}, limited.origin);

    expect([...statuses, last.status]).toEqual([400, 201, 400, 201, 429, 429]);
    expect(last.headers.get("retry-after")).toMatch(/^3[56]\d\d$/);
    expect(last.headers.get("ratelimit-policy")).toContain('"reporting";q=2;w=3600');
    expect((await limited.get("/v1/sources")).status).toBe(200);
    await limited.close();
  });

  it("that cannot be kept is told so with 503, and its words are in no log", async () => {
    memory.state.isUp = false;
    const response = await post({ ...said, text: "Madame Unmistakable" });
    memory.state.isUp = true;

    expect([response.status, ((await response.json()) as Problem).code]).toEqual([503, "no_fresh_data"]);
    await post('{"text": "Madame Unmistakable"');
    await post({ ...said, text: "Madame Unmistakable", fee: "-1" });
    expect(lines.join()).not.toContain("Unmistakable");
  });
});
