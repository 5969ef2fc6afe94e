import { createServer, IncomingMessage, request, ServerResponse } from "node:http";
import { type AddressInfo, Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createFront } from "../../../services/standalone/src/front.ts";

const front = createFront(
  (_request, response) => response.end("api"),
  (_request, response) => response.end("site"),
);
const server = createServer(front);
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function ask(path: string, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      response.setEncoding("utf8").on("data", resolve);
    });
    asked.on("error", reject).end();
  });
}

describe("the front of npm start", () => {
  it.each([
    "/v1/corridors",
    "/v1",
    "/healthz?x=/",
    "/docs/start.js",
    "http://openremit.example/v1/corridors?pay=200",
    "//v1/corridors",
    "/x/../v1/corridors",
  ])("asks the API for %s", async (target) => {
    expect(await ask(target)).toBe("api");
  });

  it.each([
    ["asked on this machine", {}, "api"],
    ["that came by a proxy", { "x-forwarded-for": "192.0.2.7" }, "site"],
    ["that came by another kind of proxy", { via: "1.1 proxy" }, "site"],
  ])("hands the figures out to nobody but whoever runs it: a question %s", async (_how, headers, answered) => {
    expect(await ask("/metrics", headers)).toBe(answered);
    expect(await ask("//metrics", headers)).toBe(answered);
    expect(await ask("/healthz", headers)).toBe("api");
  });

  it("hands no figures out to another machine", () => {
    const request = new IncomingMessage(new Socket());
    request.url = "/metrics";
    const asked: string[] = [];
    createFront(
      () => void asked.push("api"),
      () => void asked.push("site"),
    )(request, new ServerResponse(request));
    expect(asked).toEqual(["site"]);
  });

  it.each(["/", "/v1x", "/from/v1/", "http://openremit.example/", "/?to=/v1/", "//openremit.example/v1", "*"])(
    "asks the site for %s",
    async (target) => {
      expect(await ask(target)).toBe("site");
    },
  );
});
