import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { SourceShapeError } from "@openremit/shared/domain";
import { type PlannedRequest, requestHash, sha256Of } from "@openremit/shared/http";
import { replayEntry } from "../../../services/standalone/src/replay/replay-entry.ts";
import { loadAnswer } from "../../support/source-fixture.ts";

const catalog = loadCatalog("config");
const task = {
  ...{ sendCountry: "BE", sendCurrency: "EUR", receiveCountry: "MA", receiveCurrency: "MAD" },
  amount: "150",
};
const fetchedAt = "2026-11-20T10:00:00.000Z";

/** A lone recorded answer of a source that is asked in two steps. */
function replay(source: string, file: string, request: PlannedRequest) {
  const body = Buffer.from(loadAnswer(file).body);
  const bodySha256 = sha256Of(body);
  const entry = { source, task, request, status: 200, contentType: null, fetchedAt, file } as const;
  const answer = { request, status: 200, contentType: null, body, bodySha256, fetchedAt };
  return replayEntry(
    { ...entry, fetchedAtPrecision: "second", sha256: bodySha256 },
    { ...answer, requestSha256: requestHash(request) },
    { catalog, rateRows: [] },
  );
}

const secondStep = { skipped: expect.stringContaining("asked in two steps") };

describe("a recording of the second step alone", () => {
  it("is left aside where it has an address of its own", () => {
    const url = "https://www.instarem.com/api/v1/public/transaction/computed-value";
    expect(replay("instarem", "instarem/be-ph-140-bank.json", { method: "GET", url })).toEqual(secondStep);
  });

  it("is left aside where both steps share an address and nobody noted what was asked", () => {
    const url = "https://api.worldremit.com/graphql";
    expect(replay("worldremit", "worldremit/be-ma-150-csh.json", { method: "POST", url })).toEqual(secondStep);
  });

  it("is a failure where the question of the first step is known", () => {
    const request = { method: "POST", url: "https://api.worldremit.com/graphql", body: "{}" } as const;
    expect(() => replay("worldremit", "worldremit/be-ma-150-csh.json", request)).toThrow(SourceShapeError);
  });
});
