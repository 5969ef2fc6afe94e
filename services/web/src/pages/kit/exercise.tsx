import { useWords } from "../../words/words.ts";
import { exampleGround, shops, type WorkedShop, workShop } from "./worked-example.ts";

/** Two shops, one of them worked through; the other is for the group, with its answer below. */
export function Exercise() {
  const { t, rate, money } = useWords();
  const [a, b] = [workShop(shops.a), workShop(shops.b)];
  if (a === null || b === null) return null;
  const { sendCurrency, receiveCurrency, reference } = exampleGround;
  const offer = ({ seen, checked }: WorkedShop) => ({
    pay: money(checked.pay, sendCurrency),
    fee: money(checked.fee, sendCurrency),
    rate: t("unit.rate", { base: sendCurrency, value: rate(seen.rate), quote: receiveCurrency }),
  });
  return (
    <section>
      <h2>{t("kit.exercise")}</h2>
      <p>{t("kit.exercise_invented")}</p>
      <p>
        {t("kit.exercise_mid", {
          rate: t("unit.rate", { base: sendCurrency, value: rate(reference), quote: receiveCurrency }),
        })}
      </p>
      <p>{t("kit.exercise_a", offer(a))}</p>
      <Steps shop={a} />
      <h3>{t("kit.exercise_turn")}</h3>
      <p>{t("kit.exercise_b", offer(b))}</p>
      <p class="written" />
      <h3>{t("kit.exercise_answer")}</h3>
      <Steps shop={b} />
      <p>{t("kit.exercise_end")}</p>
    </section>
  );
}

function Steps({ shop: { seen, converted, worth, checked } }: { readonly shop: WorkedShop }) {
  const { t, rate, money, percent } = useWords();
  const { sendCurrency, receiveCurrency, reference } = exampleGround;
  const sent = (amount: string) => money(amount, sendCurrency);
  const values = {
    pay: sent(checked.pay),
    fee: sent(checked.fee),
    converted: sent(converted),
    rate: rate(seen.rate),
    received: money(checked.received, receiveCurrency),
    reference: rate(reference),
    worth: sent(worth),
    cost: sent(checked.cost),
    pct: percent(checked.costPct),
    ratePart: sent(checked.ratePart),
  };
  const steps = ["kit.step_left", "kit.step_arrives", "kit.step_worth", "kit.step_lost", "kit.step_parts"] as const;
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step}>{t(step, values)}</li>
      ))}
    </ol>
  );
}
