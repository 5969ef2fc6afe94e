import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { bcc } from "../../workers/collector/src/adapters/rates/bcc.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const folder = "https://www.bcc.cd/marche-des-changes/cours-de-change";
const parsePage = (change?: (body: string) => string, url = `${folder}/2026-11-20`) =>
  bcc.parse([loadAnswer("bcc/2026-11-20.html", change, url)]);

describe("bcc", () => {
  it("asks for the page of each weekday, of which some do not exist", () => {
    expect(bcc.plan({ since: "2026-11-20", today: "2026-11-22" })).toEqual([
      { method: "GET", url: `${folder}/2026-11-20`, headers: { accept: "text/html" }, acceptStatuses: [404] },
    ]);
  });

  it("reads middle rates with a decimal comma or point, and dates them by the address", () => {
    const on = { quote: "CDF", observedOn: "2026-11-20", contributors: 1 };
    expect(parsePage()).toEqual({
      rates: [
        { ...on, base: "USD", value: "2498.3300" },
        { ...on, base: "EUR", value: "2901.07" },
        { ...on, base: "JPY", value: "16.9412" },
      ],
      setAside: [],
      proofs: [0, 0, 0],
    });
  });

  it("takes a page that is not there for a day without publication", () => {
    const missing = { ...loadAnswer("bcc/not-found.html", undefined, `${folder}/2026-11-19`), status: 404 };
    expect(bcc.parse([missing])).toEqual({ rates: [], setAside: [], proofs: [] });
  });

  it("sets aside a figure that is none", () => {
    const { rates, setAside } = parsePage((body) => body.replace("16,9412", "N/A"));
    expect([rates.length, setAside.map(({ subject }) => subject)]).toEqual([2, ["JPY"]]);
  });

  it.each<[string, (body: string) => string]>([
    ["a page without middle rates", (body) => body.replaceAll("(cours moyen)", "(cours vendeur)")],
    ["a body cut short", (body) => body.slice(0, 250)],
    ["another page of HTML", () => "<!DOCTYPE html><html><body>Bienvenue</body></html>"],
    ["an empty body", () => ""],
  ])("refuses %s", (_what, change) => {
    expect(() => parsePage(change)).toThrow(SourceShapeError);
  });

  it("refuses an answer of which nobody knows the day", () => {
    expect(() => parsePage(undefined, folder)).toThrow(SourceShapeError);
    const { url: _url, ...nameless } = loadAnswer("bcc/2026-11-20.html");
    expect(() => bcc.parse([nameless])).toThrow(DomainError);
  });
});
