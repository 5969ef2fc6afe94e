import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { columnsOf, datasetContracts, datasetNames, exportsAnswer, problem } from "@openremit/shared/contracts";
import { type ApiScene, openApiScene } from "../support/api-scene.ts";
import { quoteOf } from "../support/comparison-scene.ts";

let scene: ApiScene;
beforeAll(async () => {
  scene = await openApiScene([quoteOf()]);
});
afterAll(() => scene.close());

/** File and query, status, the parameter named, and words the message holds. */
const wrong: readonly [string, number, string, RegExp][] = [
  ["quotes.json", 400, "format", /one of csv, ndjson, parquet, xlsx/],
  ["quotes.csv?from=be", 400, "from", /ISO 3166/],
  ["quotes.csv?from=ZZ", 400, "from", /no ISO 3166-1 country: ZZ/],
  ["quotes.csv?to=EU", 400, "to", /no ISO 3166-1 country: EU/],
  ["quotes.csv?provider=Wise", 400, "provider", /lower-case/],
  ["quotes.csv?provider=nobody", 404, "provider", /no provider nobody/],
  ["quotes.csv?source=nobody", 404, "source", /no source nobody/],
  ["quotes.csv?since=yesterday", 400, "since", /date/],
  ["quotes.csv?since=2026-02-30", 400, "since", /date/],
  ["quotes.csv?since=2026-11-20&until=2026-11-19", 400, "since", /not after until/],
  ["quotes.csv?columns=fee,price", 400, "columns", /no column price; there are quote_id, revision/],
  ["quotes.csv?columns=", 400, "columns", /no column ; there are quote_id/],
  ["quotes.csv?columns=fee,fee", 400, "columns", /named twice/],
  ["quotes.csv?form=BE", 400, "form", /did you mean from\?/],
  ["quotes.csv?base=EUR", 400, "base", /known are from, to, provider/],
  ["quotes.csv?from=BE&from=FR", 400, "from", /more than once/],
  ["rates.csv?base=XXQ", 400, "base", /no ISO 4217 currency: XXQ/],
  ["rates.csv?provider=wise", 400, "provider", /known are source, base, quote/],
  ["corridor-days.csv?provider=wise", 400, "provider", /known are from, to, since/],
  ["providers.csv?since=2026-11-20", 400, "since", /known are provider, columns/],
  ["corridors.csv?until=2026-11-20", 400, "until", /known are from, to, columns/],
  ["survey-services.csv?from=BE", 400, "from", /alpha-3/],
  ["survey-services.csv?from=XYZ", 400, "from", /no ISO 3166-1 country: XYZ/],
  ["survey-corridors.csv?since=2014-02-01", 400, "since", /a quarter such as 2014-Q2/],
  ["runs.csv?from=BE", 400, "from", /known are source, since/],
];

describe("a filter that is wrong", () => {
  for (const [file, status, parameter, words] of wrong) {
    it(`${status} ${file}`, async () => {
      const response = await scene.get(`/v1/exports/${file}`);
      const body = problem.strict().parse(await response.json());
      expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
      expect({ status: response.status, parameters: body.errors.map((row) => row.parameter) }).toEqual({
        status,
        parameters: [parameter],
      });
      expect([body.detail, ...body.errors.map(({ message }) => message)].join("\n")).toMatch(words);
    });
  }
});

describe("an address of exports", () => {
  it("says 404 for a dataset there is not, and 405 for another method than GET", async () => {
    expect((await scene.get("/v1/exports/prices.csv")).status).toBe(404);
    const response = await fetch(`${scene.origin}/v1/exports/quotes.csv`, { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  it("answers HEAD without the record, and GET with 503 where that is out of reach", async () => {
    for (const name of datasetNames) {
      const head = await fetch(`${scene.origin}/v1/exports/${name}.parquet`, { method: "HEAD" });
      expect([name, head.status, head.headers.get("content-type")]).toEqual([
        name,
        200,
        "application/vnd.apache.parquet",
      ]);
      const response = await scene.get(`/v1/exports/${name}.parquet`);
      expect([name, response.status, response.headers.get("content-disposition")]).toEqual([name, 503, null]);
      expect(problem.strict().parse(await response.json()).code).toBe("no_fresh_data");
    }
  });

  it("may be read by a page of another origin, with the name of the file", async () => {
    const head = await fetch(`${scene.origin}/v1/exports/quotes.csv`, { method: "HEAD" });
    expect(head.headers.get("access-control-allow-origin")).toBe("*");
    expect(head.headers.get("access-control-expose-headers")).toContain("Content-Disposition");
  });
});

describe("the list of datasets", () => {
  it("has every dataset with its files, filters and codebook", async () => {
    const answer = exportsAnswer.strict().parse(await scene.getJson("/v1/exports"));
    expect(answer.simulated).toBe(true);
    expect(answer.datasets.map(({ name }) => name)).toEqual([...datasetNames]);
    const quotes = answer.datasets.find(({ name }) => name === "quotes");
    expect(quotes?.filters).toEqual(["from", "to", "provider", "source", "since", "until", "columns"]);
    expect(quotes?.files[2]).toEqual({ format: "parquet", path: "/v1/exports/quotes.parquet" });
    expect(quotes?.columns.find(({ name }) => name === "fee")).toEqual({
      name: "fee",
      kind: "decimal",
      unit: "send_currency",
      isNullable: true,
      description: "Standing fee at that amount; empty where not disclosed",
      words: null,
    });
  });

  it("explains every column, and gives every figure a unit", () => {
    for (const name of datasetNames) {
      const { row, rowKey } = datasetContracts[name];
      const columns = columnsOf(row);
      for (const { description, kind, unit, name: column } of columns) {
        expect({ name, column, isExplained: description.length > 2 }).toEqual({ name, column, isExplained: true });
        expect({ name, column, hasUnit: kind !== "decimal" || unit !== null }).toEqual({ name, column, hasUnit: true });
      }
      expect(columns.map((column) => column.name)).toEqual(expect.arrayContaining([...rowKey]));
    }
  });
});
