import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Problem, problem } from "@openremit/shared/contracts";
import { createLogger } from "@openremit/shared/runtime";
import { type ApiScene, openApiScene } from "../support/api-scene.ts";
import { quoteOf } from "../support/comparison-scene.ts";

const lines: Record<string, unknown>[] = [];
const logger = createLogger("api", { destination: { write: (line) => void lines.push(JSON.parse(line)) } });
let scene: ApiScene;
beforeAll(async () => {
  scene = await openApiScene([quoteOf()], { logger });
});
afterAll(() => scene.close());

const digits = (count: number) => "7".repeat(count);
const offers = (query: string) => `/v1/corridors/be-ma/offers?${query}`;

/** Address, status, code, the parameters named, and words the message holds. */
const questions: readonly [string, number, string, readonly (string | null)[], RegExp][] = [
  [offers("pay=0"), 400, "input", ["pay"], /greater than zero/],
  [offers("pay=-5"), 400, "input", ["pay"], /plain amount/],
  [offers("pay=%2B5"), 400, "input", ["pay"], /plain amount/],
  [offers("pay=+5"), 400, "input", ["pay"], /plain amount/],
  [offers("pay=1e3"), 400, "input", ["pay"], /plain amount/],
  [offers("pay=1,000"), 400, "input", ["pay"], /plain amount/],
  [offers("pay=0200"), 400, "input", ["pay"], /plain amount/],
  [offers("pay=200."), 400, "input", ["pay"], /plain amount/],
  [offers("pay=.5"), 400, "input", ["pay"], /plain amount/],
  [offers("pay=NaN"), 400, "input", ["pay"], /plain amount/],
  [offers("pay=Infinity"), 400, "input", ["pay"], /plain amount/],
  [offers("pay=abc"), 400, "input", ["pay"], /plain amount/],
  [offers("pay="), 400, "input", ["pay"], /plain amount/],
  [offers("pay=%D9%A2%D9%A0%D9%A0"), 400, "input", ["pay"], /plain amount/],
  [offers("pay=200.123"), 400, "input", ["pay"], /EUR has 2 decimals/],
  [offers("receive=2000.123"), 400, "input", ["receive"], /MAD has 2 decimals/],
  [offers(`pay=${digits(40)}`), 400, "input", ["pay"], /at most 13 digits before the point/],
  [offers(`pay=1.${digits(40)}`), 400, "input", ["pay"], /8 after it/],
  [offers("pay=1000000.01"), 400, "input", ["pay"], /at most 1000000 EUR/],
  [offers("pay=999999999999"), 400, "input", ["pay"], /at most 1000000 EUR/],
  [offers("pay=200&receive=2000"), 400, "input", ["pay"], /exactly one/],
  ["/v1/corridors/be-ma/offers", 400, "input", ["pay"], /exactly one/],
  [offers("pay=200&pay=300"), 400, "input", ["pay"], /more than once/],
  [offers("pay=200&amount=5"), 400, "input", ["amount"], /known are pay, receive/],
  [offers("pay=200&pay_in=cash"), 400, "input", ["pay_in"], /did you mean payIn\?/],
  [offers("pay=200&maxdays=2"), 400, "input", ["maxdays"], /did you mean maxDays\?/],
  [offers("pay=200&payIn=paypal"), 400, "input", ["payIn"], /bank_transfer, debit_card/],
  [offers("pay=200&payIn=cash,,"), 400, "input", ["payIn"], /bank_transfer/],
  [offers("pay=200&payOut=moon"), 400, "input", ["payOut"], /bank_deposit/],
  [offers("pay=200&maxDays=-1"), 400, "input", ["maxDays"], /whole number of days/],
  [offers("pay=200&maxDays=1.5"), 400, "input", ["maxDays"], /whole number of days/],
  [offers("pay=200&maxDays=31"), 400, "input", ["maxDays"], /whole number of days from 0 to 30/],
  [offers("pay=200&at=yesterday"), 400, "input", ["at"], /such as 2026-07-02T12:00:00Z/],
  [offers("pay=200&at=2026-07-02T13:00:00%2B02:00"), 400, "input", ["at"], /such as 2026-07-02T12:00:00Z/],
  [offers("pay=200&at=2026-07-02"), 400, "input", ["at"], /such as 2026-07-02T12:00:00Z/],
  [offers("pay=200&at=2999-01-01T00:00:00Z"), 400, "input", ["at"], /future/],
  [offers("pay=200&receiveCurrency=mad"), 400, "input", ["receiveCurrency"], /ISO 4217/],
  [offers("pay=200&receiveCurrency=USD"), 404, "not_covered", ["receiveCurrency"], /paid out in MAD, not in USD/],
  [offers("pay=200&sendCurrency=GBP"), 404, "not_covered", ["sendCurrency"], /sent in EUR, not in GBP/],
  ["/v1/corridors/be-zz/offers?pay=200", 404, "not_covered", ["id"], /no corridor be-zz/],
  ["/v1/corridors/BE-MA/offers?pay=200", 400, "input", ["id"], /be-ma/],
  ["/v1/corridors/be-zz", 404, "not_covered", ["id"], /no corridor/],
  ["/v1/corridors?from=be", 400, "input", ["from"], /ISO 3166/],
  ["/v1/corridors?from=ZZ", 400, "input", ["from"], /no ISO 3166-1 country: ZZ/],
  ["/v1/corridors?to=EU", 400, "input", ["to"], /no ISO 3166-1 country: EU/],
  ["/v1/corridors?sort=price", 400, "input", ["sort"], /cost/],
  ["/v1/corridors?form=BE", 400, "input", ["form"], /did you mean from\?/],
  ["/v1/corridors/be-ma/history?bucket=year", 400, "input", ["bucket"], /day/],
  ["/v1/corridors/be-ma/history?since=2026-13-01", 400, "input", ["since"], /date/],
  ["/v1/corridors/be-ma/history?since=2026-11-20&until=2026-11-01", 400, "input", ["since"], /not after until/],
  ["/v1/corridors/be-ma/history?since=2020-01-01", 400, "input", ["since"], /at most 400 days/],
  ["/v1/corridors/be-ma/history?until=2999-01-01", 400, "input", ["until"], /future/],
  ["/v1/corridors/be-ma/history?pay=201", 400, "input", ["pay"], /sampled amount of be-ma: 50, 140, 200/],
  ["/v1/rates", 400, "input", ["quote"], /./],
  ["/v1/rates?quote=XXQ", 400, "input", ["quote"], /no ISO 4217 currency/],
  ["/v1/rates?quote=MAD&on=2999-01-01", 400, "input", ["on"], /future/],
  ["/v1/providers?page=2", 400, "input", ["page"], /no parameter is taken here/],
  ["/v1/offers/xyz/receipt", 400, "input", ["quoteId"], /32 hexadecimal digits/],
  [offers("pay=%zz"), 400, "malformed_request", [], /cannot be decoded/],
  ["/v1/corridors/%zz", 400, "malformed_request", [], /cannot be decoded/],
  ["/v1/corridors/be-ma/", 404, "not_found", [], /\/docs/],
  ["/v2/corridors", 404, "not_found", [], /\/docs/],
  [`/v1/rates?quote=${digits(3_000)}`, 414, "uri_too_long", [], /2048/],
  [`/${digits(3_000)}`, 414, "uri_too_long", [], /2048/],
  [`/v1/offers/${"0".repeat(32)}/receipt`, 503, "no_fresh_data", [], /cannot be read at the moment/],
  ["/v1/corridors/be-ma/history", 503, "no_fresh_data", [], /cannot be read at the moment/],
  [offers("pay=200&at=2026-11-20T00:00:00Z"), 503, "no_fresh_data", [], /cannot be read at the moment/],
];

describe("what cannot be answered is refused with a problem that says why", () => {
  for (const [path, status, code, parameters, words] of questions) {
    it(`${status} ${path.length > 100 ? `${path.slice(0, 100)}…` : path}`, async () => {
      const response = await scene.get(path);
      const body = problem.strict().parse(await response.json());
      expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("etag")).toBeNull();
      expect(response.headers.get("x-request-id")).toBe(body.requestId);
      expect({ status: response.status, body: body.status, code: body.code }).toEqual({ status, body: status, code });
      expect(body.instance).toBe(status === 414 ? "" : path.split("?")[0]);
      expect(body.errors.map(({ parameter }) => parameter)).toEqual(parameters);
      expect([body.detail, ...body.errors.map(({ message }) => message)].join("\n")).toMatch(words);
    });
  }

  it("405 for another method, with what is allowed", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      for (const path of [offers("pay=200"), "/docs", "/docs/start.js", "/openapi.json"]) {
        const response = await fetch(`${scene.origin}${path}`, { method });
        const { code } = (await response.json()) as Problem;
        const allow = response.headers.get("allow");
        const refusal = { status: 405, allow: "GET, HEAD, OPTIONS", code: "method_not_allowed" };
        expect({ method, path, status: response.status, allow, code }).toEqual({ method, path, ...refusal });
      }
    }
  });

  it("406 where JSON is not accepted, also for an answer that is in the cache", async () => {
    for (let turn = 0; turn < 3; turn += 1) await (await scene.get(offers("pay=200"))).text();
    for (const accept of ["text/html", "text/csv", "application/xml;q=0.9", "application/json;q=0"]) {
      const response = await scene.get(offers("pay=200"), { accept });
      expect({ accept, status: response.status }).toEqual({ accept, status: 406 });
      expect(((await response.json()) as Problem).code).toBe("not_acceptable");
    }
    for (const accept of ["*/*", "application/*", "application/json", "text/html, application/json;q=0.5"]) {
      expect((await scene.get(offers("pay=200"), { accept })).status).toBe(200);
    }
  });

  it("says nothing in the log of what a client asks wrongly of a file", async () => {
    lines.length = 0;
    const path = "/docs/swagger-ui.css";
    for (const [name, value] of [
      ["range", "bytes=999999999-"],
      ["if-match", '"x"'],
      ["if-unmodified-since", "Thu, 01 Jan 1970 00:00:00 GMT"],
    ] as const) {
      expect((await scene.get(path, { [name]: value })).status).toBe(200);
    }
    expect((await scene.get("/docs/%zz")).status).toBe(404);
    expect((await scene.get("/v1/offers/%zz/receipt")).status).toBe(400);
    expect(lines.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  });

  it("503 leaves its cause in the log, as a warning", async () => {
    const response = await scene.get("/v1/corridors/be-ma/history");
    const { requestId } = (await response.json()) as Problem;
    expect(lines.filter((line) => line.requestId === requestId)).toMatchObject([
      { level: "warn", err: { message: expect.stringContaining("ECONNREFUSED") } },
    ]);
  });

  it("413 for a body, and the connection is closed", async () => {
    const response = await new Promise<{ status: number; connection: unknown }>((resolve, reject) => {
      const asking = request(`${scene.origin}${offers("pay=200")}`, {
        method: "GET",
        headers: { "content-length": 4 },
      });
      asking.on("response", (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection });
      });
      asking.on("error", reject);
      asking.end("body");
    });
    expect(response).toEqual({ status: 413, connection: "close" });
  });
});
