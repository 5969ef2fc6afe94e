import { type IncomingHttpHeaders, request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { problem } from "@openremit/shared/contracts";
import { type ApiScene, openApiScene } from "../support/api-scene.ts";
import { type ComparisonScene, openComparisonScene, quietLogger, quoteOf } from "../support/comparison-scene.ts";
import { serveWeb } from "../support/web-scene.ts";

type Web = Awaited<ReturnType<typeof serveWeb>>;
let scene: ComparisonScene;
let api: ApiScene;
let web: Web;
let broken: Web;
let named: Web;
beforeAll(async () => {
  scene = await openComparisonScene([quoteOf()]);
  api = await openApiScene([quoteOf()]);
  const common = { ...scene, mode: "simulated" as const, logger: quietLogger, requestsPerMinute: 100_000 };
  const failing = { ...scene.comparison, offers: () => Promise.reject(new Error("at /srv/node_modules/x.js:1")) };
  [web, broken, named] = await Promise.all([
    serveWeb(common),
    serveWeb({ ...common, comparison: failing }),
    serveWeb({ ...common, publicUrl: "https://openremit.example", operator: { contact: "a@openremit.example" } }),
  ]);
});
afterAll(async () => {
  for (const site of [web, broken, named]) site.close();
  await api.close();
  await scene.close();
});

interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** As a program asks that sends what it likes; `fetch` would put Host and address right. */
function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body = "",
): Promise<Heard> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        text += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on("error", reject).end(body);
  });
}

const poison = {
  host: "evil.example",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-original-url": "/evil.example",
  "x-rewrite-url": "/evil.example",
  forwarded: "host=evil.example",
};

const sitePages = [
  "/",
  "/en/",
  "/en/be-ma?pay=200",
  "/en/be-ma/text?pay=200",
  "/en/be-ma/print?pay=200",
  "/en/data",
  "/en/kit",
  "/en/widget",
  "/embed/be-ma",
  "/embed/be-ma.txt",
  "/embed/be-ma.svg",
  "/en/no-such-page",
];
const apiPaths = ["/v1/corridors", "/v1/corridors/be-ma/offers?pay=200", "/v1/sources", "/openapi.json", "/v1/nothing"];

describe("whoever asks under a false name", () => {
  it.each(sitePages)("poisons nobody else's %s", async (path) => {
    for (let times = 0; times < 3; times += 1) await ask(web.origin, path, poison);
    const { status, body, headers } = await ask(web.origin, path);

    expect(status).toBeLessThan(500);
    expect(`${body} ${JSON.stringify(headers)}`).not.toContain("evil");
  });

  it.each(apiPaths)("poisons nobody else's %s of the API, nor their own", async (path) => {
    const own = await ask(api.origin, path, poison);
    await ask(api.origin, path, poison);
    const { body, headers } = await ask(api.origin, path);

    for (const heard of [own.body, body, JSON.stringify(own.headers), JSON.stringify(headers)]) {
      expect(heard).not.toContain("evil");
    }
  });

  it("is told where the site really is, where that is configured", async () => {
    const { body } = await ask(named.origin, "/en/be-ma/text?pay=200", poison);

    expect(body).toContain("openremit.example");
    expect(body).not.toContain("evil");
  });
});

describe("a question with something in it that nobody reads", () => {
  const extra = "&utm_source=%3Cscript%3Eevil%3C%2Fscript%3E";

  it("is not said back by the site, to them or to others", async () => {
    const asked = [];
    for (let times = 0; times < 3; times += 1) asked.push(await ask(web.origin, `/en/be-ma?pay=200${extra}`));
    asked.push(await ask(web.origin, "/en/be-ma?pay=200"));

    for (const { body } of asked) expect(body).not.toMatch(/<script>evil/);
    expect(asked.at(-1)?.body).not.toContain("evil");
  });

  it.each(["__proto__[polluted]=1", "constructor[prototype][polluted]=1", "pay=200&pay=300", "__proto__=1"])(
    "is refused by the API: %s",
    async (query) => {
      const { status } = await ask(api.origin, `/v1/corridors/be-ma/offers?${query}`);

      expect([status, "polluted" in {}]).toEqual([400, false]);
    },
  );

  it("is refused in a body, and changes no object of ours", async () => {
    const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const headers = { "content-type": "application/json", "content-length": String(body.length) };
    const { status } = await ask(api.origin, "/v1/reports", headers, "POST", body);

    expect([status, "polluted" in {}]).toEqual([400, false]);
  });
});

describe("whoever wants to know what runs here", () => {
  const stack = /node_modules|^\s+at |\.[jt]sx?:\d|express|node\.js|postgres|ioredis|bullmq/im;

  it.each([
    ["/en/no-such-page", {}, "GET"],
    ["/en/be-ma?pay=x", {}, "GET"],
    ["/en/%", {}, "GET"],
    ["/en/%2e%2e%2fetc", {}, "GET"],
    ["/en/report", { "content-type": "application/x-www-form-urlencoded" }, "POST"],
    ["/en/be-ma", {}, "DELETE"],
    ["/operator", {}, "GET"],
    ["/.well-known/security.txt", {}, "GET"],
  ])("hears nothing of it from the site: %s", async (path, headers, method) => {
    const heard = await ask(web.origin, path, headers, method);

    expect(heard.status).toBeGreaterThanOrEqual(400);
    expect([heard.headers.server, heard.headers["x-powered-by"]]).toEqual([undefined, undefined]);
    expect(heard.body).not.toMatch(stack);
  });

  it("hears nothing of it when something of ours is wrong", async () => {
    const heard = await ask(broken.origin, "/en/be-ma?pay=200");

    expect(heard.status).toBe(500);
    expect(heard.body).not.toMatch(stack);
  });

  it.each([
    ["/v1/nothing", "GET"],
    ["/v1/corridors/be-ma/offers?pay=x", "GET"],
    ["/v1/corridors/%", "GET"],
    ["/v1/corridors", "TRACE"],
    ["/v1/reports", "POST"],
    ["/v1/exports/quotes.csv", "GET"],
  ])("hears nothing of it from the API: %s %s", async (path, method) => {
    const heard = await ask(api.origin, path, {}, method);

    expect(heard.status).toBeGreaterThanOrEqual(400);
    expect([heard.headers.server, heard.headers["x-powered-by"]]).toEqual([undefined, undefined]);
    expect(heard.body).not.toMatch(stack);
  });
});

describe("whoever asks for something that is no path", () => {
  const targets = ["http://a:99999/en/", "http://[/v1/x", "http://evil.example/en/be-ma?pay=200", "//", "//[/en/", "*"];

  it.each(targets)("is refused by site and API, and hears nothing more: %s", async (target) => {
    for (const { origin } of [web, api]) {
      const { status, headers, body } = await ask(origin, target);

      expect([status, headers["access-control-allow-origin"], headers["x-content-type-options"]]).toEqual([
        400,
        "*",
        "nosniff",
      ]);
      expect(body).not.toMatch(/evil|express|</i);
    }
    const told = problem.strict().parse(JSON.parse((await ask(api.origin, target)).body));
    expect(told).toMatchObject({ code: "malformed_request", instance: "" });
  });
});

describe("whoever found a hole", () => {
  it("learns to whom to write, until when that holds, and where it stands (RFC 9116)", async () => {
    const { status, headers, body } = await ask(named.origin, "/.well-known/security.txt");

    expect([status, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(body).toBe(
      [
        "Contact: mailto:a@openremit.example",
        "Expires: 2027-05-22T00:00:00.000Z",
        "Preferred-Languages: en, fr, nl",
        "Canonical: https://openremit.example/.well-known/security.txt",
        "",
      ].join("\n"),
    );
  });
});
