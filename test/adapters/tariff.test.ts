import { describe, expect, it } from "@jest/globals";
import { publishedQuote, type TariffConfig, type TariffOffer } from "@openremit/shared/contracts";
import { SourceShapeError } from "@openremit/shared/domain";
import { createTariffAdapter } from "../../workers/collector/src/adapters/quotes/tariff.ts";
import { corridorOf } from "../support/quote-task.ts";
import { answerWith } from "../support/source-fixture.ts";
import { buildTariff, buildTariffOffer, flatFee, sha256Of, tariffDocument } from "../support/tariff.ts";

const document = { ...answerWith(tariffDocument.toString("utf8")), bodySha256: sha256Of(tariffDocument) };

function read(tariff: TariffConfig, { corridors = ["be-ma:EUR-MAD"], answer = document } = {}) {
  return createTariffAdapter(tariff).parse([answer], { corridors: corridors.map(corridorOf), amounts: [] });
}

const offersOf = (...offers: Partial<TariffOffer>[]) => buildTariff({ offers: offers.map(buildTariffOffer) });

describe("a tariff", () => {
  it("asks for its document and nothing else", () => {
    const adapter = createTariffAdapter(buildTariff());
    const requests = adapter.plan({ corridors: [corridorOf("be-ma:EUR-MAD")], amounts: [] });
    expect(requests).toEqual([{ method: "GET", url: "https://alpha.example/tariff.pdf" }]);
    expect([adapter.key, adapter.scope]).toEqual(["alpha-tariff", "all"]);
  });

  it("says what config says, dated by the review", () => {
    const { quotes, precision } = read(buildTariff());
    expect(precision).toBe("day");
    expect(quotes).toEqual([
      {
        provider: "alpha",
        corridor: corridorOf("be-ma:EUR-MAD"),
        payIn: "bank_transfer",
        payOut: "bank_deposit",
        payInCode: null,
        payOutCode: null,
        charges: null,
        feePlacement: "on_top",
        amount: null,
        fee: null,
        feeSchedule: flatFee("10"),
        rate: "10.50",
        fxMarginPct: null,
        payOutFee: null,
        received: null,
        band: null,
        priceKind: "standing",
        promotion: null,
        speed: "two_days",
        observedAt: "2026-11-20T00:00:00.000Z",
      },
    ]);
    for (const quote of quotes) expect(publishedQuote.parse(quote)).toEqual(quote);
  });

  it("quotes each amount a document speaks of", () => {
    const feeSamples = [
      { amount: "140", fee: "6.50" },
      { amount: "345", fee: "9.50" },
    ];
    const { quotes } = read(offersOf({ feeSchedule: null, feeSamples, rate: null, fxMarginPct: "3.99" }));
    expect(quotes.map(({ amount, fee, rate, fxMarginPct }) => [amount, fee, rate, fxMarginPct])).toEqual([
      ["140", "6.50", null, "3.99"],
      ["345", "9.50", null, "3.99"],
    ]);
  });

  it("leaves what is not disclosed out, and keeps the rest", () => {
    const [quote] = read(offersOf({ feeSchedule: null, rate: null })).quotes;
    expect(quote).toMatchObject({ amount: null, fee: null, feeSchedule: null, rate: null, fxMarginPct: null });
  });

  it("carries the charge option and the line as published", () => {
    const lines = offersOf({ charges: "our" }, { charges: "sha", line: "online" }, { line: "counter" });
    expect(read(lines).quotes.map(({ charges, payInCode }) => [charges, payInCode])).toEqual([
      ["our", "OUR"],
      ["sha", "SHA, online"],
      [null, "counter"],
    ]);
  });

  it("speaks of the corridors and currencies of each line alone", () => {
    const tariff = offersOf(
      { corridors: ["be-ma"] },
      { corridors: ["be-cd"], receiveCurrencies: ["USD"] },
      { receiveCurrencies: "all", rate: null },
    );
    const corridors = ["be-ma:EUR-MAD", "be-cd:EUR-USD", "be-cd:EUR-CDF", "fr-ma:EUR-MAD"];
    const named = read(tariff, { corridors }).quotes.map(({ corridor, rate }) => [corridor.receiveCurrency, rate]);
    expect(named).toEqual([
      ["MAD", "10.50"],
      ["MAD", null],
      ["USD", "10.50"],
      ["USD", null],
      ["CDF", null],
    ]);
  });
});

describe("the document of a tariff", () => {
  it("is quiet while its bytes are those that were read", () => {
    expect(read(buildTariff())).toMatchObject({ setAside: [], flags: [] });
  });

  it("raises tariff_changed when they are others, and marks the figures", () => {
    const answer = answerWith("%PDF-1.7 a new edition");
    const { quotes, setAside, flags } = read(buildTariff(), { answer });
    expect(quotes).toEqual(read(buildTariff()).quotes);
    expect(flags).toEqual(["tariff_changed"]);
    expect(setAside).toEqual([
      {
        code: "tariff_changed",
        subject: "https://alpha.example/tariff.pdf",
        detail: expect.stringContaining(`config/tariffs/alpha-tariff.json, then write "${answer.bodySha256}"`),
      },
    ]);
  });

  it("raises tariff_unhashed while nobody has hashed it", () => {
    const { reviewed } = buildTariff();
    const { setAside, flags } = read(buildTariff({ reviewed: { ...reviewed, sha256: null } }));
    expect(flags).toEqual([]);
    expect(setAside).toEqual([
      {
        code: "tariff_unhashed",
        subject: "https://alpha.example/tariff.pdf",
        detail: expect.stringContaining(`write "${document.bodySha256}" into reviewed.sha256`),
      },
    ]);
  });

  it("is not read where something else comes for a PDF", () => {
    const answer = answerWith("<!DOCTYPE html><title>Moved</title>");
    expect(() => read(buildTariff(), { answer })).toThrow(SourceShapeError);
    const { reviewed } = buildTariff();
    const page = buildTariff({ reviewed: { ...reviewed, url: "https://alpha.example/tariff" } });
    expect(read(page, { answer }).flags).toEqual(["tariff_changed"]);
  });
});
