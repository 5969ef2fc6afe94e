import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { taptapSend } from "../../workers/collector/src/adapters/quotes/taptap-send.ts";
import { corridorOf } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parse = (corridors: readonly string[], change?: (body: string) => string) =>
  taptapSend.parse([loadAnswer("taptap-send/fx-rates.json", change)], {
    corridors: corridors.map(corridorOf),
    amounts: [],
  });
const tier = { pct: "0", min: null, max: null };

describe("taptap-send", () => {
  it("asks the whole table once, with the public web headers", () => {
    expect(taptapSend.plan({ corridors: [corridorOf("be-ma:EUR-MAD")], amounts: [] })).toEqual([
      {
        method: "GET",
        url: "https://api.taptapsend.com/api/fxRates",
        headers: {
          accept: "application/json",
          "appian-version": "web/2022-05-03.0",
          "x-device-id": "web",
          "x-device-model": "web",
        },
      },
    ]);
  });

  it("reads a tiered schedule in ascending order, for every amount, from the sender's own country", () => {
    expect(parse(["be-ma:EUR-MAD"])).toEqual({
      quotes: [
        {
          provider: "taptap-send",
          corridor: corridorOf("be-ma:EUR-MAD"),
          payIn: null,
          payOut: null,
          payInCode: null,
          payOutCode: null,
          feePlacement: "on_top",
          amount: null,
          fee: null,
          feeSchedule: {
            tiers: [
              { from: "0.00", flat: "0.99", ...tier },
              { from: "125.00", flat: "0.00", ...tier },
            ],
          },
          rate: "10.61",
          payOutFee: null,
          received: null,
          band: null,
          priceKind: "standing",
          promotion: null,
          speed: null,
          observedAt: null,
        },
      ],
      setAside: [],
    });
  });

  it("answers every corridor of the task, each currency of a country apart", () => {
    const { quotes } = parse(["be-sn:EUR-XOF", "be-cd:EUR-CDF", "be-cd:EUR-USD"]);
    expect(quotes.map(({ corridor, rate }) => [corridor.receiveCurrency, rate])).toEqual([
      ["XOF", "655.957000000000000001"],
      ["CDF", "3010.50"],
      ["USD", "1.14"],
    ]);
  });

  it("knows no fee, a flat fee, and a percentage with a cap", () => {
    const { quotes } = parse(["be-sn:EUR-XOF", "be-cd:EUR-CDF", "be-cd:EUR-USD"]);
    expect(quotes.map(({ feeSchedule }) => feeSchedule?.tiers)).toEqual([
      [{ from: "0", flat: "0", ...tier }],
      [{ from: "0", flat: "1.99", ...tier }],
      [{ from: "0", flat: "0.50", pct: "1.25", min: null, max: "5.00" }],
    ]);
  });

  it("never takes an unknown fee for none", () => {
    const { quotes, setAside } = parse(["be-tr:EUR-TRY", "be-sn:EUR-XOF"]);
    expect(quotes.map(({ corridor }) => corridor.receiveCountry)).toEqual(["SN"]);
    expect(setAside).toEqual([
      { code: "unknown_fee_schedule", subject: "be-tr:EUR-TRY", detail: '{"type":"seasonal","curve":["1","2"]}' },
    ]);
  });

  it.each<[string, (body: string) => string]>([
    ["a tier without a fee", (body) => body.replace('"fee": "0.99"', '"price": "0.99"')],
    ["tiers that start above zero", (body) => body.replace('"minValue": "0.00"', '"minValue": "10.00"')],
    ["two tiers from the same amount", (body) => body.replace('"minValue": "125.00"', '"minValue": "0"')],
    ["a standard schedule without any fee", (body) => body.replace('"tiered"', '"standard"')],
  ])("sets aside %s", (_what, change) => {
    expect(parse(["be-ma:EUR-MAD"], change)).toMatchObject({
      quotes: [],
      setAside: [{ code: "unknown_fee_schedule", subject: "be-ma:EUR-MAD" }],
    });
  });

  it("sets aside a rate whose last digit hides more than one per cent", () => {
    expect(parse(["be-uz:EUR-UZS"])).toMatchObject({ quotes: [], setAside: [{ code: "coarse_rate" }] });
    expect(parse(["be-ma:EUR-MAD"], (body) => body.replace('"10.61"', '"0.50"')).quotes).toHaveLength(1);
    expect(parse(["be-ma:EUR-MAD"], (body) => body.replace('"10.61"', '"0.49"')).quotes).toHaveLength(0);
  });

  it("takes a corridor or an origin that is not listed for one that is not offered", () => {
    expect(parse(["be-ph:EUR-PHP", "es-ma:EUR-MAD"])).toEqual({ quotes: [], setAside: [] });
  });

  it.each<[string, (body: string) => string]>([
    ["an empty list of countries", () => '{"availableCountries":[]}'],
    ["a missing rate", (body) => body.replace('"fxRate"', '"rate"')],
    ["a renamed list", (body) => body.replaceAll('"corridors"', '"destinations"')],
    ["an error with status 200", () => '{"error":"BAD_HEADER"}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(["be-ma:EUR-MAD"], change)).toThrow(SourceShapeError);
  });
});
