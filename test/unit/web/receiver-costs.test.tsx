import { describe, expect, it } from "@jest/globals";
import type { ReceiverCost, ReceiverLineView } from "@openremit/shared/contracts";
import { renderToString } from "preact-render-to-string";
import { createFormats } from "../../../services/web/src/format/money.ts";
import { ReceiverCosts } from "../../../services/web/src/pages/receiver-costs.tsx";

const formats = createFormats("en");

function render(line: Partial<ReceiverLineView> = {}, cost: Partial<ReceiverCost> = {}): string {
  const known: ReceiverLineView = {
    id: "ke-m-pesa-withdrawal",
    kind: "mobile_money_withdrawal_fee",
    operator: "M-PESA",
    when: "if it is withdrawn as cash",
    scheduleKnown: true,
    since: "2023-07-29",
    until: null,
    basis: "operator_tariff",
    source: { title: "A tariff", url: "https://operator.example/tariff", checkedOn: "2026-01-01" },
    ...line,
  };
  const costs: ReceiverCost[] = [
    { line: "ke-m-pesa-withdrawal", amount: "29.00", currency: "KES", direction: "cost", ...cost },
  ];
  return renderToString(<ReceiverCosts costs={costs} lines={[known]} formats={formats} />);
}

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, "").replaceAll("\u00a0", " ");

describe("the receiver's side on the page", () => {
  it("says in words what a withdrawal costs, on whose word, and links to it", () => {
    const html = render();
    expect(textOf(html)).toBe(
      "To withdraw from M-PESA: about KES 29.00, if it is withdrawn as cash (operator's tariff since 2023-07-29)",
    );
    expect(html).toContain('href="https://operator.example/tariff"');
  });

  it("says nothing is taken where nothing is, and that a figure is not known where it is not", () => {
    expect(textOf(render({}, { amount: "0" }))).toContain("M-PESA: nothing, if");
    expect(textOf(render({}, { amount: null }))).toContain("M-PESA: not known for this amount, if");
    expect(textOf(render({ scheduleKnown: false }, { amount: null }))).toContain("M-PESA: how much is not known, if");
  });

  it("names a tax, who collects it, and what is given on top", () => {
    expect(textOf(render({ kind: "tax", basis: "law", when: null }))).toBe(
      "Tax: about KES 29.00 (law since 2023-07-29, collected by M-PESA)",
    );
    expect(textOf(render({ kind: "incentive", operator: null, when: null, basis: "central_bank" }))).toBe(
      "Given on top: about KES 29.00 (central bank's rule since 2023-07-29)",
    );
  });

  it("shows nothing where no line concerns the offer", () => {
    expect(renderToString(<ReceiverCosts costs={[]} lines={[]} formats={formats} />)).toBe("");
  });
});
