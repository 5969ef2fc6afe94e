import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createRateLimits } from "@openremit/shared/serving";
import express, { type Response } from "express";
import { HttpProblem } from "../../services/api/src/problems/http-problem.ts";
import { createFileDoor } from "../../services/api/src/streams/file-door.ts";
import { createPlaces } from "../../services/api/src/streams/places.ts";
import { until } from "../support/until.ts";

const limitsOf = (requests: number) => createRateLimits({ requests, windowSeconds: 3_600, proxyHops: 0 });
const admitFile = createFileDoor({
  limits: limitsOf(2),
  bulkLimits: limitsOf(20),
  places: createPlaces(3),
  nowMs: Date.now,
});
/** Files that are on their way. */
const held: Response[] = [];
let origin = "";
let close: () => void;

beforeAll(async () => {
  const app = express();
  app.get("/:kind", async (request, response) => {
    try {
      response.once("close", await admitFile(request, response, null));
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      response.status(429).send(error.message);
      return;
    }
    if (request.params.kind === "held") held.push(response);
    else response.end();
  });
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterAll(() => close());

describe("a reader of files", () => {
  it("who asks again while one is on its way has not taken another", async () => {
    const first = fetch(`${origin}/held`);
    await until(() => held.length === 1);
    const meanwhile = [await fetch(`${origin}/small`), await fetch(`${origin}/small`), await fetch(`${origin}/small`)];
    held[0]?.end();
    await first;
    const after = [await fetch(`${origin}/small`), await fetch(`${origin}/small`)];

    for (const answer of meanwhile) expect(await answer.text()).toContain("being sent already");
    expect([...meanwhile, ...after].map(({ status }) => status)).toEqual([429, 429, 429, 200, 429]);
  });
});
