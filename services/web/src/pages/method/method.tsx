import { constantly } from "@openremit/shared/serving";
import { TextSection } from "../../layout/text-section.tsx";
import type { Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";

/** How every figure comes about, in words; shared/docs/method.md has the formulas. */
export const method: Page = {
  path: "/method",
  answer: ({ words: { t } }) => ({
    kind: "page",
    title: t("method.title"),
    description: t("method.lead"),
    body: <Method />,
    life: constantly(null),
  }),
};

/** The worked example of METHOD 2, inside placement: 200 paid, 10 fee, 3 % margin. */
const example = { pay: "200.00", fee: "10.00", converted: "190.00", margin: "3.00", effective: "7.85", rpw: "8.00" };

function Method() {
  const { t, money, percent } = useWords();
  const euro = (amount: string) => money(amount, "EUR");
  return (
    <article class="text">
      <h1>{t("method.title")}</h1>
      <p class="lead">{t("method.lead")}</p>
      <TextSection heading="method.cost" texts={["method.cost_fee", "method.cost_rate", "method.cost_order"]}>
        <p class="note">
          {t("method.cost_example", {
            pay: euro(example.pay),
            fee: euro(example.fee),
            converted: euro(example.converted),
            margin: percent(example.margin),
            effective: percent(example.effective),
          })}
        </p>
      </TextSection>
      <TextSection heading="method.bank" texts={["method.bank_text"]}>
        <p>{t("method.bank_example", { rpw: percent(example.rpw) })}</p>
      </TextSection>
      <TextSection heading="method.mid" texts={["method.mid_text", "method.mid_doubt"]} />
      <TextSection
        heading="method.listed"
        points={["method.listed_promotion", "method.listed_old", "method.listed_unknown", "method.listed_estimate"]}
      />
      <TextSection heading="method.receiver" texts={["method.receiver_text"]} />
      <TextSection heading="method.lines" texts={["method.lines_text"]} />
      <TextSection heading="method.errors" texts={["method.errors_text"]} />
    </article>
  );
}
