import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { importSurvey } from "@openremit/publisher";
import { type DatasetName, datasetContracts, datasetNames, historyAnswer } from "@openremit/shared/contracts";
import { parse } from "csv-parse/sync";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { quoteOf } from "../support/comparison-scene.ts";
import { readFile } from "../support/read-export.ts";
import { buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { changedRow, countries, fileOf, withFile } from "../support/survey-scene.ts";

let scene: Awaited<ReturnType<typeof openApiOnServers>>;

const beCd = {
  id: "be-cd",
  sendCountry: "BE",
  sendCurrency: "EUR",
  receiveCountry: "CD",
  receiveCurrency: "USD",
} as const;

const services = [
  { id: "1", firm: "Alpha", "cc1 total cost %": "4" },
  { id: "2", firm: "Beta", "cc1 total cost %": "6.3333", transparent: "no" },
  { id: "3", period: "2013_3Q", firm: "Alpha", "cc1 total cost %": "7" },
];

async function importServices(): Promise<void> {
  const context = { database: scene.database, countries, tellDone: () => undefined };
  const rows = services.map((cells) => changedRow("legacy", cells));
  await withFile(fileOf("legacy", rows), (path) => importSurvey({ path, name: "survey.csv" }, context));
}

/** One visit of a source at that time, which saw these. */
async function visit(at: string, quotes: readonly Parameters<typeof quoteOf>[0][], source = "wise") {
  const seen = quotes.map((fields) =>
    quoteOf({ source, provider: source, received: null, observedAt: at, fetchedAt: at, ...fields }),
  );
  const covers = seen.map(({ corridor, amount }) => ({ corridor, amount }));
  await scene.record(buildQuotesJob({ run: { source, fetchedAt: at, covers: covers.slice(0, 1) }, quotes: seen }));
}

async function rowsOf(path: string): Promise<Record<string, unknown>[]> {
  const { status, body, isWhole } = await readFile(`${scene.origin}/v1/exports/${path}`);
  expect({ path, status, isWhole }).toEqual({ path, status: 200, isWhole: true });
  return body
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

beforeAll(async () => {
  scene = await openApiOnServers(new Date("2026-11-23T12:00:00.000Z"));
  for (const day of ["18", "19", "20"]) {
    const at = `2026-11-${day}T18:00:00.000Z`;
    const rate = buildRate({ source: "frankfurter", contributors: 5, observedOn: `2026-11-${day}`, fetchedAt: at });
    await scene.record(buildRatesJob({ run: { source: "frankfurter", fetchedAt: at }, rates: [rate] }));
  }
  const id = "00000000000000000000000000000001";
  await visit("2026-11-19T08:00:00.000Z", [{ quoteId: id, fee: "1.00" }]);
  await visit("2026-11-19T09:00:00.000Z", [{ fee: "3", payIn: "cash" }], "remitly");
  await visit("2026-11-19T10:00:00.000Z", [{ fee: "2", payIn: "debit_card" }], "worldremit");
  // The same observation, fetched again and corrected.
  await visit("2026-11-19T08:00:00.000Z", [{ quoteId: id, fee: "1.10", fetchedAt: "2026-11-19T08:30:00.000Z" }]);
  const promotion = { rate: "11.5", fee: "0", received: null, upTo: "300", eligibility: '=HYPERLINK("evil")' };
  await importServices();
  await visit("2026-11-20T08:00:00.000Z", [{ corridor: beCd, rate: "1.05", promotion, flags: ["a", "b"] }]);
});
afterAll(() => scene.close());

describe("a dataset", () => {
  const filters: Record<DatasetName, string> = {
    quotes: "",
    rates: "",
    "corridor-days": "",
    providers: "",
    corridors: "",
    runs: "",
    "survey-services": "",
    "survey-corridors": "",
  };

  for (const name of datasetNames) {
    it(`${name} has the columns, kinds and words its schema says, and no two rows with one key`, async () => {
      const { row, rowKey } = datasetContracts[name];
      const rows = await rowsOf(`${name}.ndjson${filters[name]}`);
      expect(rows.length).toBeGreaterThan(0);
      for (const line of rows) expect(row.parse(line)).toEqual(line);
      expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(row.shape));
      expect(new Set(rows.map((line) => rowKey.map((column) => line[column]).join("|"))).size).toBe(rows.length);
    });
  }

  it("is the same rows in CSV", async () => {
    const { body } = await readFile(`${scene.origin}/v1/exports/quotes.csv`);
    const lines = parse(body, { columns: true }) as Record<string, string>[];
    const rows = await rowsOf("quotes.ndjson");
    expect(lines.map(({ quote_id, fee, rate, simulated }) => [quote_id, fee, rate, simulated])).toEqual(
      rows.map(({ quote_id, fee, rate, simulated }) => [quote_id, fee, rate, String(simulated)]),
    );
    expect(lines.map((line) => line.promotion_eligibility)).toContain(`'=HYPERLINK("evil")`);
  });
});

describe("quotes", () => {
  it("are as published, each in its newest revision, with receipt, run and rights", async () => {
    const rows = await rowsOf("quotes.ndjson?provider=wise&to=MA");
    expect(rows).toMatchObject([
      {
        quote_id: "00000000000000000000000000000001",
        revision: 2,
        observed_at: "2026-11-19T08:00:00.000Z",
        fetched_at: "2026-11-19T08:30:00.000Z",
        corridor: "be-ma",
        send_country: "BE",
        send_currency: "EUR",
        receive_country: "MA",
        receive_currency: "MAD",
        source_kind: "direct",
        fee_placement: "inside",
        amount: "200",
        fee: "1.10",
        rate: "10.81000",
        received: null,
        flags: "",
        simulated: true,
        request_url: "https://acme.example/prices",
        licence: null,
        attribution: null,
      },
    ]);
    const receipt = await scene.get(`/v1/offers/${rows[0]?.quote_id}/receipt`);
    expect(receipt.status).toBe(200);
    const [promoted] = await rowsOf("quotes.ndjson?to=CD");
    expect(promoted).toMatchObject({
      receive_currency: "USD",
      flags: "a b",
      promotion_rate: "11.5",
      promotion_fee: "0",
      promotion_up_to: "300",
      promotion_received: null,
    });
  });

  it("are narrowed by country, provider, source and day, alone and together", async () => {
    const count = async (query: string) => (await rowsOf(`quotes.ndjson?columns=quote_id&${query}`)).length;
    expect(await count("from=BE")).toBe(4);
    expect(await count("from=FR")).toBe(0);
    expect(await count("to=MA")).toBe(3);
    expect(await count("provider=remitly")).toBe(1);
    expect(await count("source=wise")).toBe(2);
    expect(await count("since=2026-11-20")).toBe(1);
    expect(await count("until=2026-11-19")).toBe(3);
    expect(await count("since=2026-11-19&until=2026-11-19&provider=wise&from=BE&to=MA")).toBe(1);
  });

  it("have the columns asked for, in that order", async () => {
    const rows = await rowsOf("quotes.ndjson?columns=source,simulated,observed_at&provider=remitly");
    expect(rows.map((row) => Object.entries(row))).toEqual([
      [
        ["source", "remitly"],
        ["simulated", true],
        ["observed_at", "2026-11-19T09:00:00.000Z"],
      ],
    ]);
  });
});

describe("rates and runs", () => {
  it("carry the words their source wants", async () => {
    const [rate] = await rowsOf("rates.ndjson?quote=MAD&since=2026-11-20");
    expect(rate).toMatchObject({
      source: "frankfurter",
      observed_on: "2026-11-20",
      value: "10.8123",
      contributors: 5,
      attribution: "Rates: Frankfurter, from the central banks it names",
    });
    expect(await rowsOf("rates.ndjson?base=USD")).toEqual([]);
    const runs = await rowsOf("runs.ndjson?source=wise");
    expect(runs.map(({ started_at, quotes }) => [started_at, quotes])).toEqual([
      ["2026-11-20T07:59:59.000Z", 1],
      ["2026-11-19T07:59:59.000Z", 1],
      ["2026-11-19T07:59:59.000Z", 1],
    ]);
  });
});

describe("corridor days", () => {
  it("are what the history of the corridor says", async () => {
    const [row, ...others] = await rowsOf("corridor-days.ndjson?to=MA");
    expect(others).toEqual([]);
    const answer = historyAnswer.parse(
      await (await scene.get("/v1/corridors/be-ma/history?since=2026-11-19&until=2026-11-19")).json(),
    );
    const [bucket] = answer.buckets;
    expect(row).toMatchObject({ day: "2026-11-19", amount: "200", offers: 3, cheapest_provider: "wise" });
    const rounded = (text: unknown) => Math.round(Number.parseInt(String(text).replace(".", ""), 10) / 10_000);
    for (const [ours, theirs] of [
      [row?.mean_cost_pct, bucket?.meanCostPct],
      [row?.median_cost_pct, bucket?.medianCostPct],
      [row?.cheapest_cost_pct, bucket?.cheapestCostPct],
    ]) {
      expect(String(ours)).toMatch(/^\d\.\d{6}$/);
      expect(rounded(ours)).toBe(Number.parseInt(String(theirs).replace(".", ""), 10));
    }
    expect(row?.cheapest3_cost_pct).toBe(row?.mean_cost_pct);
  });
});

describe("the survey", () => {
  it("is exported as published, with its licence", async () => {
    const rows = await rowsOf(
      "survey-services.ndjson?from=BEL&since=2013-Q1&until=2013-Q1&columns=survey_id,amount_usd,firm,total_cost_pct,transparent,licence,attribution",
    );
    expect(rows.filter(({ amount_usd }) => amount_usd === 200)).toMatchObject([
      { firm: "Alpha", total_cost_pct: "4", transparent: true, licence: "CC-BY-4.0" },
      { firm: "Beta", total_cost_pct: "6.3333", transparent: false },
    ]);
    expect(rows[0]?.attribution).toContain("Remittance Prices Worldwide");
    expect(await rowsOf("survey-services.ndjson?to=TUR")).toEqual([]);
  });

  it("costs by corridor and quarter what the API answers", async () => {
    const rows = await rowsOf("survey-corridors.ndjson?from=BEL&to=MAR");
    const { periods } = (await (await scene.get("/v1/survey/corridors/BEL-MAR")).json()) as {
      periods: Record<string, unknown>[];
    };
    expect(rows.map((row) => [row.period, row.services, row.average_200_pct, row.median_500_pct])).toEqual(
      periods.map((period) => [period.period, period.services, period.average200Pct, period.median500Pct]),
    );
    expect(rows).toHaveLength(2);
    expect(await rowsOf("survey-corridors.ndjson?since=2013-Q2")).toHaveLength(1);
  });
});

describe("the checksum after a file", () => {
  for (const format of ["csv", "ndjson", "parquet", "xlsx"]) {
    it(`is the hash of the ${format} file`, async () => {
      const { headers, trailers, body } = await readFile(`${scene.origin}/v1/exports/rates.${format}`);
      expect(headers.trailer).toBe("X-Checksum-SHA256");
      expect(trailers["x-checksum-sha256"]).toBe(createHash("sha256").update(body).digest("hex"));
      expect(headers["content-disposition"]).toBe(
        `attachment; filename="openremit-simulated-rates-2026-11-23.${format}"`,
      );
      expect(headers["cache-control"]).toBe("no-store");
    });
  }
});
