import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { importFlows, importSurvey } from "@openremit/publisher";
import {
  type SurveyCorridorAnswer,
  surveyCorridorAnswer,
  surveyCorridorsAnswer,
  surveyWorldAnswer,
} from "@openremit/shared/contracts";
import { systemClock } from "@openremit/shared/runtime";
import type { z } from "zod";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { flowsMatrix } from "../support/survey-flows.ts";
import { changedRow, countries, fileOf, surveyFixture, withFile } from "../support/survey-scene.ts";

let scene: Awaited<ReturnType<typeof openApiOnServers>>;
beforeAll(async () => {
  scene = await openApiOnServers(new Date("2026-11-23T12:00:00.000Z"));
});
afterAll(() => scene.close());

function importText(content: string) {
  const context = { database: scene.database, countries, tellDone: () => undefined };
  return withFile(content, (path) => importSurvey({ path, name: "survey.csv" }, context));
}

async function read<Type extends z.ZodType>(path: string, schema: Type): Promise<z.output<Type>> {
  const response = await scene.get(path);
  const body: unknown = await response.json();
  expect({ status: response.status, body }).toEqual({ status: 200, body: schema.parse(body) });
  return schema.parse(body);
}

const rows = [
  { id: "1", firm: "Alpha", "cc1 total cost %": "4", "cc1 lcu fee": "3.85" },
  { id: "2", firm: "Beta", "cc1 total cost %": "6.3333" },
  { id: "3", firm: "beta", "cc1 total cost %": "5", "sending location": "On-line", "pick-up method": "Bank Account" },
  { id: "4", firm: "Opaque", transparent: "no", "cc1 total cost %": "1" },
  { id: "5", period: "2013_3Q", firm: "Alpha", "cc1 total cost %": "7" },
  { id: "6", source_code: "RUS", corridor: "RUSMAR", "cc1 total cost %": "0.5" },
];

describe("the survey before anything is imported", () => {
  it("says so", async () => {
    const world = await read("/v1/survey/world", surveyWorldAnswer);
    expect(world).toMatchObject({ periods: [], n: 0, warnings: [{ code: "no_survey" }] });
    const corridors = await read("/v1/survey/corridors", surveyCorridorsAnswer);
    expect(corridors).toMatchObject({ period: null, corridors: [], warnings: [{ code: "no_survey" }] });
    const response = await scene.get("/v1/survey/corridors/BEL-MAR");
    expect(response.status).toBe(404);
  });
});

describe("the survey", () => {
  beforeAll(async () => {
    await importText(
      fileOf(
        "legacy",
        rows.map((cells) => changedRow("legacy", cells)),
      ),
    );
  });

  it("answers for a corridor quarter by quarter, with method, n, data version and attribution", async () => {
    const answer = await read("/v1/survey/corridors/BEL-MAR", surveyCorridorAnswer);
    expect(answer).toMatchObject({
      corridor: "BEL-MAR",
      method: "/v1/method#7-statistics",
      n: 4,
      warnings: [],
      dataVersion: expect.stringMatching(/^[0-9a-f]{16}$/),
      attribution: expect.stringContaining("Remittance Prices Worldwide"),
    });
    const [first, second] = answer.periods;
    expect(first).toMatchObject({
      period: "2013-Q1",
      services: 3,
      firms: 2,
      average200Pct: "5.1111",
      average500Pct: "3.8600",
      smartLikePct: "5.1111",
      median200Pct: "5.0000",
      cheapest200: { firm: "Alpha", totalCostPct: "4" },
    });
    expect(first?.by.payOut.map(({ value, services, average200Pct }) => [value, services, average200Pct])).toEqual([
      ["bank_deposit", 1, "5.0000"],
      ["cash_pickup", 2, "5.1667"],
    ]);
    const groupsOf = (groups: readonly { value: string | null; services: number; firms: number }[] = []) =>
      groups.map(({ value, services, firms }) => [value, services, firms]);
    expect(groupsOf(first?.by.firmType)).toEqual([["Money Transfer Operator", 3, 2]]);
    expect(groupsOf(first?.by.payIn)).toEqual([["cash", 3, 2]]);
    expect(groupsOf(first?.by.speed)).toEqual([["less_than_one_hour", 3, 2]]);
    expect(second).toMatchObject({ period: "2013-Q3", services: 1, average200Pct: "7.0000", smartLikePct: null });
  });

  it("answers for the world without Russia's senders, and with the third quarters as SDG 10.c.1", async () => {
    const world = await read("/v1/survey/world", surveyWorldAnswer);
    expect(world).toMatchObject({
      n: 4,
      sdg10c1: [{ year: "2013", averagePct: "7.0000", services: 1, firms: 1, period: "2013-Q3" }],
      places: null,
      periods: [
        {
          period: "2013-Q1",
          services: 3,
          firms: 2,
          average200Pct: "5.1111",
          corridors: 1,
          corridorsAbove5: 1,
          shareAbove5Pct: "100.0000",
        },
        { period: "2013-Q3", services: 1, smartLikePct: null },
      ],
    });
  });

  it("answers for regions, senders and receivers", async () => {
    const senders = await read("/v1/survey/world?by=sender", surveyWorldAnswer);
    expect(senders.places?.map(({ place, name, periods }) => [place, name, periods[0]?.average200Pct])).toEqual([
      ["BEL", "Belgium", "5.1111"],
      ["RUS", "Russian Federation", "0.5000"],
    ]);
    const receivers = await read("/v1/survey/world?by=receiver", surveyWorldAnswer);
    // Of the four at USD 200 in the first quarter one is sent from Russia: of places, every sender counts.
    expect(receivers.places).toMatchObject([
      {
        place: "MAR",
        name: "Morocco",
        periods: [{ services: 4, corridors: 2, average200Pct: "3.9583" }, { services: 1 }],
      },
    ]);
    const regions = await read("/v1/survey/world?by=region", surveyWorldAnswer);
    expect(regions.places?.map(({ place }) => place)).toEqual(["Middle East & North Africa"]);
    expect(regions.classification).toContain("World Bank");
  });

  it("lists the corridors of a quarter, the latest one unless said", async () => {
    const latest = await read("/v1/survey/corridors", surveyCorridorsAnswer);
    expect([latest.period, latest.corridors.map(({ corridor }) => corridor)]).toEqual(["2013-Q3", ["BEL-MAR"]]);
    const asked = await read("/v1/survey/corridors?period=2013-Q1&from=RUS", surveyCorridorsAnswer);
    expect(asked.corridors).toMatchObject([{ corridor: "RUS-MAR", services: 1, average200Pct: "0.5000" }]);
  });

  it.each([
    ["/v1/survey/corridors/BEL-ZZZ", 404],
    ["/v1/survey/corridors/be-ma", 400],
    ["/v1/survey/corridors?period=2013-Q2", 404],
    ["/v1/survey/corridors?period=2013", 400],
    ["/v1/survey/world?by=planet", 400],
  ])("answers %s with %s", async (path, status) => {
    const response = await scene.get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      status,
      expect.stringContaining("problem+json"),
    ]);
  });

  it("answers with another tag and version once a correction is imported", async () => {
    const before = await scene.get("/v1/survey/corridors/BEL-MAR");
    const { dataVersion } = (await before.json()) as SurveyCorridorAnswer;
    await importText(fileOf("legacy", [changedRow("legacy", { ...rows[0], "cc1 total cost %": "4.3" })]));
    scene.clock.at = new Date("2026-11-23T12:02:00.000Z");
    const after = await scene.get("/v1/survey/corridors/BEL-MAR");
    const answer = (await after.json()) as SurveyCorridorAnswer;
    expect(answer.dataVersion).not.toBe(dataVersion);
    expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
    expect(answer.periods[0]?.average200Pct).toBe("5.2111");
    const world = await read("/v1/survey/world", surveyWorldAnswer);
    expect(world.periods[0]?.average200Pct).toBe("5.2111");
  });

  it("does not count an extract's rows beside the survey's own", async () => {
    const extract = surveyFixture("extract").replaceAll("2025_1Q,BEL,COD", "2013_1Q,BEL,MAR");
    await importText(extract);
    scene.clock.at = new Date("2026-11-23T12:05:00.000Z");
    const answer = await read("/v1/survey/corridors/BEL-MAR", surveyCorridorAnswer);
    expect(answer.periods[0]?.services).toBe(3);
  });

  it("weighs corridors by the money that flows through them, once a matrix is imported", async () => {
    expect((await read("/v1/survey/world", surveyWorldAnswer)).weights).toBeNull();
    const matrix = flowsMatrix({
      Belgium: { Morocco: "300", Senegal: "100" },
      France: { Morocco: "600" },
      "Russian Federation": { Morocco: "9000" },
    });
    const context = { database: scene.database, countries, clock: systemClock };
    const importMatrix = () => withFile(matrix, (path) => importFlows(path, context));
    expect(await importMatrix()).toMatchObject({
      year: "2017",
      isNew: true,
      unknownNames: ["Channel Islands", "WORLD"],
    });
    expect(await importMatrix()).toMatchObject({ isNew: false });
    await importText(
      fileOf("legacy", [
        changedRow("legacy", { id: "60", destination_code: "SEN", corridor: "BELSEN", "cc1 total cost %": "9.2111" }),
      ]),
    );
    scene.clock.at = new Date("2026-11-23T12:10:00.000Z");
    const world = await read("/v1/survey/world", surveyWorldAnswer);
    expect(world.weights).toMatchObject({ year: "2017", attribution: expect.stringContaining("KNOMAD") });
    // (300 × 5.2111 + 100 × 9.2111) / 400; 400 of 1,000 millions that count flow through corridors with a mean.
    expect(world.periods[0]?.weighted).toEqual({ average200Pct: "6.2111", corridors: 2, coveredFlowPct: "40.0000" });
  });

  it("serves the method that its answers name", async () => {
    const response = await scene.get("/v1/method");
    expect(response.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    expect(await response.text()).toContain("## 7. Statistics");
  });
});
