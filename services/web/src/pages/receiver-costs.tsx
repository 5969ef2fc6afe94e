import type { ReceiverCost, ReceiverLineView } from "@openremit/shared/contracts";
import type { ReceiverBasis } from "@openremit/shared/domain";
import type { Formats } from "../format/money.ts";

export interface ReceiverCostsProps {
  readonly costs: readonly ReceiverCost[];
  readonly lines: readonly ReceiverLineView[];
  readonly formats: Formats;
}

/** What the receiver may still pay or be given, under the offer it concerns; no part of what arrives. */
export function ReceiverCosts({ costs, lines, formats }: ReceiverCostsProps) {
  const shown = costs.flatMap((cost) => {
    const line = lines.find(({ id }) => id === cost.line);
    return line === undefined ? [] : [{ cost, line }];
  });
  if (shown.length === 0) return null;
  return (
    <ul class="receiver">
      {shown.map(({ cost, line }) => (
        <li key={line.id}>
          {labelOf(line)}: {amountOf(cost, line, formats)}
          {line.when !== null && `, ${line.when}`} (
          <a href={line.source.url}>
            {basisWords[line.basis]} since {line.since}
          </a>
          {line.operator !== null && line.kind === "tax" && `, collected by ${line.operator}`})
        </li>
      ))}
    </ul>
  );
}

const basisWords: Record<ReceiverBasis, string> = {
  law: "law",
  operator_tariff: "operator's tariff",
  central_bank: "central bank's rule",
  provider: "provider's own word",
};

function labelOf({ kind, operator }: ReceiverLineView): string {
  switch (kind) {
    case "mobile_money_withdrawal_fee":
      return `To withdraw from ${operator ?? "the wallet"}`;
    case "cash_out_fee":
      return "To collect the cash";
    case "receiving_bank_fee":
      return "Taken by whoever pays out";
    case "tax":
      return "Tax";
    case "incentive":
      return "Given on top";
  }
}

function amountOf({ amount, currency }: ReceiverCost, { scheduleKnown }: ReceiverLineView, formats: Formats): string {
  if (!scheduleKnown) return "how much is not known";
  if (amount === null) return "not known for this amount";
  return /[1-9]/.test(amount) ? `about ${formats.money(amount, currency)}` : "nothing";
}
