import { describe, expect, it } from "@jest/globals";
import { surveyService } from "@openremit/shared/contracts";
import { changedRow, fileOf, readText, surveyFixture } from "../../support/survey-scene.ts";

describe("a file in the layout to Q1 2016", () => {
  it("is read as published, in our words where they say the same, and nothing is guessed", async () => {
    const { services, reading } = await readText(surveyFixture("legacy"));
    expect(services[0]).toEqual({
      surveyId: "1/200",
      sourceRowId: "1",
      layout: "legacy",
      period: "2013-Q1",
      surveyedOn: "2013-05-14",
      corridor: "BEL-MAR",
      sourceCountry: "BEL",
      destinationCountry: "MAR",
      firm: "Alpha Money",
      firmType: "Money Transfer Operator",
      product: "Cash to cash",
      accessPoint: null,
      payInText: null,
      payIn: "cash",
      payOutText: "Cash",
      payOut: "cash_pickup",
      pickupLocation: null,
      coverage: "Nationwide",
      speedText: "Less than one hour",
      speed: "less_than_one_hour",
      speedDays: 0,
      amountUsd: 200,
      localAmount: "140",
      localCurrency: "EUR",
      fee: "7",
      feePct: null,
      rate: "11.1",
      interbankRate: "11.24",
      fxMarginPct: "1.25",
      totalCostPct: "6.25",
      transparent: true,
      payOutCurrency: null,
      note: null,
      note2: null,
      flags: [],
    });
    expect(reading).toMatchObject({ rowsRead: 3, rowsEmpty: 0, refused: [], servicesRead: 5 });
    for (const service of services) surveyService.parse(service);
  });

  it("says that margin 0 and rate 1 of a service that is not transparent are unknown", async () => {
    const { services } = await readText(surveyFixture("legacy"));
    expect(services.find(({ surveyId }) => surveyId === "2/200")).toMatchObject({
      transparent: false,
      fxMarginPct: null,
      rate: null,
      totalCostPct: "10",
      flags: ["undisclosed_margin"],
    });
  });

  it("keeps a rate that is disclosed although the service is called not transparent", async () => {
    const row = changedRow("legacy", { transparent: "no", "cc1 fx margin": "1.25" });
    const { services } = await readText(fileOf("legacy", [row]));
    expect(services[0]).toMatchObject({ transparent: false, fxMarginPct: "1.25", rate: "11.1", flags: [] });
  });

  it("keeps rate 1 of a transparent service and flags it", async () => {
    const row = changedRow("legacy", { "cc1 lcu fx rate": "1", "cc1 fx margin": "0", "cc1 total cost %": "5" });
    const { services } = await readText(fileOf("legacy", [row]));
    expect(services[0]).toMatchObject({ rate: "1", fxMarginPct: "0", flags: ["rate_is_one"] });
  });

  it("knows Kosovo by its old code, the CFA franc by its country, and no amount that is not priced", async () => {
    const { services } = await readText(surveyFixture("legacy"));
    const ofSenegal = services.filter(({ sourceRowId }) => sourceRowId === "3");
    expect(ofSenegal).toHaveLength(1);
    expect(ofSenegal[0]).toMatchObject({
      corridor: "SEN-XKX",
      localCurrency: "XOF",
      product: null,
      coverage: null,
      payIn: null,
      payOutText: "ATM, Bank Account",
      payOut: null,
      speedText: null,
      speed: null,
      speedDays: null,
      surveyedOn: null,
      firmType: "Money Transfer Operator / Post office",
      flags: ["former_country", "day_unreadable", "currency_respelled"],
    });
  });

  it("flags a total that differs from its parts by more than 0.05 points, and keeps it", async () => {
    const rows = ["6.30", "6.31"].map((total, n) => changedRow("legacy", { id: `${n}`, "cc1 total cost %": total }));
    const { services } = await readText(fileOf("legacy", rows));
    const at200 = services.filter(({ amountUsd }) => amountUsd === 200);
    expect(at200.map(({ totalCostPct, flags }) => [totalCostPct, flags])).toEqual([
      ["6.30", []],
      ["6.31", ["total_differs"]],
    ]);
  });

  it("keeps negative costs and totals that are missing", async () => {
    const row = changedRow("legacy", {
      "cc1 lcu fee": "0",
      "cc1 fx margin": "-1.5",
      "cc1 total cost %": "-1.5",
      "cc2 total cost %": "",
    });
    const { services } = await readText(fileOf("legacy", [row]));
    expect(services.map(({ totalCostPct, flags }) => [totalCostPct, flags])).toEqual([
      ["-1.5", ["negative_cost"]],
      [null, ["total_missing"]],
    ]);
  });

  it("flags other amounts than the two surveyed and a corridor column that names other countries", async () => {
    const row = changedRow("legacy", { "cc1 denomination amount": "201", corridor: "BELDZA" });
    const { services } = await readText(fileOf("legacy", [row]));
    expect(services.map(({ flags }) => flags)).toEqual([["corridor_differs", "odd_amount"], ["corridor_differs"]]);
  });

  it("sees no other country in a corridor column that writes Kosovo differently", async () => {
    const row = changedRow("legacy", { destination_code: "XKX", corridor: "BELKSV" });
    const { services } = await readText(fileOf("legacy", [row]));
    expect(services[0]?.flags).toEqual([]);
  });
});

describe("a file in the layout since Q2 2016", () => {
  it("is read with text numbers, old names, columns without a label, and the same id in two periods", async () => {
    const { services, reading } = await readText(surveyFixture("modern"));
    expect(reading).toMatchObject({ rowsRead: 2, refused: [], servicesRead: 4 });
    expect([...reading.layouts]).toEqual(["modern"]);
    expect(services[0]).toMatchObject({
      surveyId: "900000001/200",
      period: "2025-Q1",
      surveyedOn: "2025-02-18",
      localAmount: "140.0",
      payIn: "debit_card",
      payOut: "bank_deposit",
      transparent: true,
      flags: ["negative_cost"],
    });
    expect(services[2]).toMatchObject({
      surveyId: "900000001/200",
      period: "2025-Q3",
      corridor: "BEL-CZE",
      fee: "1400.50",
      firmType: "Money Transfer Operator",
      payInText: "Cash,Debit/credit card",
      payIn: null,
      payOut: "mobile_wallet",
      speedDays: 2,
      flags: ["former_country"],
    });
  });

  it("has no services of a quarter that nobody surveyed", async () => {
    const { services } = await readText(surveyFixture("modern"));
    expect([...new Set(services.map(({ period }) => period))]).toEqual(["2025-Q1", "2025-Q3"]);
  });
});

describe("an extract without ids", () => {
  it("keeps services that say the same apart, whatever their order", async () => {
    const [header = "", ...rows] = surveyFixture("extract").trimEnd().split("\n");
    const one = await readText(surveyFixture("extract"));
    const other = await readText([header, ...rows.reverse()].join("\n"));
    const ids = (services: typeof one.services) =>
      services.map(({ surveyId, totalCostPct }) => `${surveyId}: ${totalCostPct}`).sort();
    expect(ids(one.services)).toEqual(ids(other.services));
    expect(new Set(one.services.map(({ surveyId }) => surveyId)).size).toBe(4);
    expect(one.services.find(({ amountUsd }) => amountUsd === 500)).toMatchObject({
      surveyId: "BEL-COD Beta Bank (Bank) #1/500",
      feePct: "2.00",
      transparent: null,
      speed: "three_to_five_days",
      speedDays: 4,
      flags: ["total_differs"],
    });
  });
});
