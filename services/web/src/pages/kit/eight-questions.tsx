import { ScrollRegion } from "../../layout/scroll-region.tsx";
import { useWords } from "../../words/words.ts";

/** What the World Bank's researchers ask when they buy a transfer as customers do. */
const questions = ["amount", "fee", "rate", "arrives", "when", "how", "collecting", "where"] as const;
const shops = ["A", "B", "C"] as const;

/** A form of paper: a question a row, a shop a column. */
export function EightQuestions() {
  const { t } = useWords();
  return (
    <section>
      <h2 id="questions">{t("kit.eight")}</h2>
      <p>{t("kit.eight_text")}</p>
      <ScrollRegion labelledBy="questions">
        <table class="figures to-fill">
          <thead>
            <tr>
              <th scope="col">{t("kit.question")}</th>
              {shops.map((name) => (
                <th key={name} scope="col">
                  {t("kit.shop", { name })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {questions.map((question, index) => (
              <tr key={question}>
                <th scope="row">{t("kit.numbered", { number: index + 1, text: t(`kit_ask.${question}`) })}</th>
                {shops.map((name) => (
                  <td key={name} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p>{t("kit.eight_after")}</p>
    </section>
  );
}
