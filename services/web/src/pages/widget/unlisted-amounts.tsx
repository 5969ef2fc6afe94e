import { listedAmounts } from "../../embed/listed-amounts.ts";
import { useWords } from "../../words/words.ts";
import type { WidgetChoice } from "./parse-choice.ts";

/** A widget has buttons for amounts with prices of their own, and for no others: said before somebody misses one. */
export function UnlistedAmounts({ choice }: { readonly choice: Pick<WidgetChoice, "routes" | "more"> }) {
  const { t, country, list, roundMoney } = useWords();
  return choice.routes.map(({ corridor, config }) => {
    const listed = listedAmounts(config, "0");
    const missing = (choice.more ?? []).filter((amount) => !listed.includes(amount));
    if (missing.length === 0) return null;
    const listOf = (amounts: readonly string[]) =>
      list(amounts.map((amount) => roundMoney(amount, corridor.sendCurrency)));
    const route = t("route.name", { from: country(corridor.sendCountry), to: country(corridor.receiveCountry) });
    return (
      <p class="note" key={corridor.id}>
        {t("builder.unlisted", { route, amounts: listOf(missing), listed: listOf(listed) })}
      </p>
    );
  });
}
