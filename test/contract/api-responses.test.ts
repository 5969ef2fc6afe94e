import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  corridorAnswer,
  corridorsAnswer,
  healthzAnswer,
  offersAnswer,
  providersAnswer,
  ratesAnswer,
  readyzAnswer,
  sourcesAnswer,
} from "@openremit/shared/contracts";
import type { z } from "zod";
import { type ApiScene, openApiScene } from "../support/api-scene.ts";
import { quoteOf } from "../support/comparison-scene.ts";

let scene: ApiScene;
beforeAll(async () => {
  scene = await openApiScene([quoteOf(), quoteOf({ payIn: "debit_card", fee: "2.10" })]);
});
afterAll(() => scene.close());

const answers: readonly [string, number, z.ZodType][] = [
  ["/v1/corridors", 200, corridorsAnswer],
  ["/v1/corridors?from=BE&sort=cost", 200, corridorsAnswer],
  ["/v1/corridors/be-ma", 200, corridorAnswer],
  ["/v1/corridors/be-cd", 200, corridorAnswer],
  ["/v1/corridors/be-ma/offers?pay=200", 200, offersAnswer],
  ["/v1/corridors/be-ma/offers?receive=2000", 200, offersAnswer],
  ["/v1/corridors/be-cd/offers?pay=200&receiveCurrency=CDF", 200, offersAnswer],
  [
    "/v1/corridors/be-ma/offers?pay=200&payIn=debit_card,bank_transfer&payOut=bank_deposit&maxDays=1",
    200,
    offersAnswer,
  ],
  ["/v1/rates?base=EUR&quote=MAD", 200, ratesAnswer],
  ["/v1/rates?base=EUR&quote=XOF", 200, ratesAnswer],
  ["/v1/providers", 200, providersAnswer],
  ["/v1/sources", 200, sourcesAnswer],
  ["/healthz", 200, healthzAnswer],
  ["/readyz", 503, readyzAnswer],
];

describe("every answer has the shape that is documented, and no field more", () => {
  for (const [path, status, schema] of answers) {
    it(path, async () => {
      const response = await scene.get(path);
      const body: unknown = await response.json();
      expect({ status: response.status, body }).toEqual({ status, body: schema.parse(body) });
    });
  }
});
