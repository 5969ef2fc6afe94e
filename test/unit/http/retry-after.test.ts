import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { createScene, source } from "./http-scene.ts";

const origin = "https://api.example.org";

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.restore();
  nock.enableNetConnect();
});

async function waitReadFrom(header: string | null): Promise<unknown> {
  nock(origin).get("/robots.txt").reply(404);
  nock(origin)
    .get("/v1")
    .reply(429, "", header === null ? {} : { "retry-after": header });
  const asking = createScene().client.fetchAnswer(source, { method: "GET", url: `${origin}/v1` });
  const error: unknown = await asking.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "SourceLimitedError" });
  return (error as { details: { retryAfterMs?: number } }).details.retryAfterMs ?? null;
}

describe("Retry-After at noon on Monday 2 March 2026", () => {
  it.each([
    ["120", 120_000],
    ["0", 0],
    ["Mon, 02 Mar 2026 12:00:30 GMT", 30_000],
    ["Mon, 02 Mar 2026 11:00:00 GMT", 0],
    [null, null],
    ["soon", null],
    ["-5", null],
    ["1.5", null],
    ["2026-03-02", null],
    ["99999999999999999999", null],
  ])("%j asks to wait %j milliseconds", async (header, ms) => {
    expect(await waitReadFrom(header)).toBe(ms);
  });
});
