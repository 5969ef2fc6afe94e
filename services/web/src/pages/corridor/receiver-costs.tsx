import type { Words } from "../../words/words.ts";

/** What one line on the receiver's side comes to for one option (METHOD 6). */
export interface ReceiverCostShown {
  /** Id of the line. */
  readonly line: string;
  /** null: it is known to exist, and its figure is not. */
  readonly amount: string | null;
  readonly currency: string;
  readonly direction: "cost" | "gain";
}

/** A line, with when it holds and who says so. */
export interface ReceiverLineShown {
  readonly id: string;
  readonly kind: "cash_out_fee" | "receiving_bank_fee" | "mobile_money_withdrawal_fee" | "tax" | "incentive";
  readonly operator: string | null;
  /** Condition in plain English. */
  readonly when: string | null;
  readonly source: { readonly title: string; readonly url: string; readonly checkedOn: string };
}

export interface ReceiverCostsProps {
  readonly costs: readonly ReceiverCostShown[];
  readonly lines: readonly ReceiverLineShown[];
  readonly words: Words;
}

/** What the receiver may meet after the money has arrived: told beside the price, never counted into it. */
export function ReceiverCosts({ costs, lines, words }: ReceiverCostsProps) {
  const { t } = words;
  return (
    <>
      <p>{t("receiver.lead")}</p>
      <ul>
        {costs.map((cost) => (
          <ReceiverCostItem key={cost.line} cost={cost} line={lines.find(({ id }) => id === cost.line)} words={words} />
        ))}
      </ul>
    </>
  );
}

interface ItemProps {
  readonly cost: ReceiverCostShown;
  readonly line: ReceiverLineShown | undefined;
  readonly words: Words;
}

function ReceiverCostItem({ cost, line, words }: ItemProps) {
  const { t, day } = words;
  if (line === undefined) return null;
  const { when, source } = line;
  return (
    <li>
      {costText(cost, line, words)}{" "}
      {when !== null && (
        <span lang="en" dir="auto">
          {when}.
        </span>
      )}{" "}
      <a href={source.url} rel="noopener noreferrer nofollow" lang="en" dir="auto">
        {source.title}
      </a>
      , {t("receiver.checked", { day: day(source.checkedOn) })}
    </li>
  );
}

function costText({ amount, currency, direction }: ReceiverCostShown, line: ReceiverLineShown, words: Words): string {
  const { t, money } = words;
  const kind = t(`receiverKind.${line.kind}`);
  const what = line.operator === null ? kind : t("receiver.by", { kind, operator: line.operator });
  if (amount === null) return t("receiver.unknown", { what });
  return t(`receiver.${direction}`, { what, amount: money(amount, currency) });
}
