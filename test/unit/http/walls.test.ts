import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { wallIn } from "@openremit/shared/http";
import nock from "nock";
import { createScene, source } from "./http-scene.ts";

const origin = "https://api.example.org";
const quotes = { method: "GET", url: `${origin}/v1/quotes` } as const;
const turnstile = '<!DOCTYPE html><html><head></head><body><div class="cf-turnstile"></div></body></html>';
const login = '<html lang="en"><body><form><input name="p" type="password"></form></body></html>';

beforeAll(() => nock.disableNetConnect());
beforeEach(() => {
  nock(origin).get("/robots.txt").reply(404);
});
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.restore();
  nock.enableNetConnect();
});

describe("a wall before the prices", () => {
  it.each([
    ["captcha", turnstile],
    ["captcha", '  <!doctype html><script src="https://www.google.com/recaptcha/api.js?render=x"></script>'],
    ["captcha", '<html><script src="https://geo.captcha-delivery.com/c.js"></script></html>'],
    ["captcha", "<html><head><title>Just a moment...</title></head></html>"],
    ["login page", login],
    ["login page", "<html><INPUT id=x\n TYPE = password></html>"],
    [null, "<!doctype html><html><body><h1>Rates of 20 November</h1><input type=text></body></html>"],
    [null, '{"captcha":"g-recaptcha","type":"password"}'],
    [null, ""],
  ])("is seen: %s in %s", (wall, body) => {
    expect(wallIn(Buffer.from(body))).toBe(wall);
  });

  it.each(["<input ", "<title>", "<input type ", "captcha".repeat(3)])("is looked for in no time in %s …", (piece) => {
    const body = Buffer.from(`<html>${piece.repeat(60_000)}`);
    const started = performance.now();
    wallIn(body);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each([
    ["a captcha with a status nobody expects", 404, turnstile, {}],
    ["a login page with a status nobody expects", 400, login, {}],
    ["a redirect to a login page", 302, "", { location: "/account/login?next=/v1" }],
    ["a redirect to a host for logging in", 307, "", { location: "https://login.example.org/start" }],
  ])("is a refusal: %s", async (_, status, body, headers) => {
    nock(origin).get("/v1/quotes").reply(status, body, headers);
    await expect(createScene().client.fetchAnswer(source, quotes)).rejects.toMatchObject({
      name: "SourceRefusedError",
      details: { status },
    });
  });

  it.each([
    ["a page that may be read, whatever stands beside its figures", 200, login, {}],
    ["a status the adapter knows a meaning for", 422, login, {}],
  ])("is not the client's to see in %s", async (_, status, body, headers) => {
    nock(origin).get("/v1/quotes").reply(status, body, headers);
    const asked = createScene().client.fetchAnswer(source, { ...quotes, acceptStatuses: [422] });
    expect(await asked).toMatchObject({ status });
  });

  it("is not seen in a server in trouble, nor in a redirect elsewhere", async () => {
    nock(origin).get("/v1/quotes").reply(503, login);
    const { client } = createScene();
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceHttpError" });
    nock(origin).get("/v1/quotes").reply(302, "", { location: "/v2/blogging-in-japan" });
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceShapeError" });
  });
});
