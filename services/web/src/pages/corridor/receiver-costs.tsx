import type { ReceiverCost, ReceiverLineView } from "@openremit/shared/contracts";
import type { Words } from "../../words/words.ts";

export interface ReceiverCostsProps {
  readonly costs: readonly ReceiverCost[];
  readonly lines: readonly ReceiverLineView[];
  readonly words: Words;
}

/** What the receiver may meet after the money has arrived: told beside the price, never counted into it (METHOD 6). */
export function ReceiverCosts({ costs, lines, words }: ReceiverCostsProps) {
  return (
    <>
      <p>{words.t("receiver.lead")}</p>
      <ul>
        {costs.map((cost) => (
          <ReceiverCostItem key={cost.line} cost={cost} line={lines.find(({ id }) => id === cost.line)} words={words} />
        ))}
      </ul>
    </>
  );
}

interface ItemProps {
  readonly cost: ReceiverCost;
  readonly line: ReceiverLineView | undefined;
  readonly words: Words;
}

function ReceiverCostItem({ cost, line, words }: ItemProps) {
  const { t, day } = words;
  if (line === undefined) return null;
  const { note, source } = line;
  return (
    <li>
      {costText(cost, line, words)}{" "}
      {note !== null && (
        <span lang="en" dir="auto">
          {note}
        </span>
      )}{" "}
      <a href={source.url} rel="noopener noreferrer nofollow" lang="en" dir="auto">
        {source.title}
      </a>{" "}
      ({t("receiver.checked", { day: day(source.checkedOn) })})
    </li>
  );
}

function costText({ amount, currency, direction }: ReceiverCost, line: ReceiverLineView, words: Words): string {
  const { t, money } = words;
  const kind = t(`receiverKind.${line.kind}`);
  const named = line.operator === null ? kind : t("receiver.by", { kind, operator: line.operator });
  const what =
    line.when === "always" ? named : t("receiver.case", { what: named, when: t(`receiver_when.${line.when}`) });
  if (amount === null) return t("receiver.unknown", { what });
  return t(`receiver.${direction}`, { what, amount: money(amount, currency) });
}
