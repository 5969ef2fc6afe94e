import { h } from "./h.ts";
import type { View } from "./view.ts";

export interface Hearing {
  /** An amount as it is typed, or one that is tapped. */
  amount(text: string): void;
  currency(code: string): void;
}

export interface Head {
  readonly nodes: readonly Node[];
  /** Shows what changes from amount to amount, and leaves what somebody is typing alone. */
  update(view: View): void;
}

/** The question: from where to where, how much, and in which money where there is a choice. */
export function drawHead({ words, answer, choices }: View, hearing: Hearing): Head {
  const { say, country, roundMoney } = words;
  const { sendCountry, receiveCountry, sendCurrency } = answer.corridor;
  const input = h("input", {
    ...{ part: "field", id: "pay", type: "text", inputmode: "decimal", autocomplete: "off", maxlength: "20" },
    "aria-describedby": "wrong",
  });
  input.addEventListener("input", () => hearing.amount(input.value));
  const wrong = h("p", { id: "wrong", class: "wrong" });
  const buttons = choices.map((text) => {
    const button = h("button", { part: "button", type: "button" }, roundMoney(text, sendCurrency));
    button.addEventListener("click", () => hearing.amount(text));
    return [text, button] as const;
  });
  return {
    nodes: [
      h("h2", { part: "title" }, say("corridor.title", { from: country(sendCountry), to: country(receiveCountry) })),
      h(
        "div",
        { class: "question" },
        h("p", {}, h("label", { for: "pay" }, say("corridor.pay", { currency: sendCurrency })), input),
        buttons.length === 0 ? null : h("p", { class: "choices" }, ...buttons.map(([, button]) => button)),
        drawCurrencies(words, answer, hearing),
      ),
      wrong,
    ],
    update({ wanted, isWrong }) {
      if (!isWrong && !input.matches(":focus")) input.value = wanted.text.replace(/\.0+$/, "");
      if (isWrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      wrong.textContent = isWrong ? say("amount.missing") : "";
      for (const [text, button] of buttons) button.setAttribute("aria-pressed", String(text === wanted.text));
    },
  };
}

/** Where several currencies are paid out, which one is never left open: each has its own prices (METHOD 5). */
function drawCurrencies({ say, currencyName }: View["words"], answer: View["answer"], hearing: Hearing) {
  const { receiveCurrencies, corridor } = answer;
  if (receiveCurrencies.length < 2) return null;
  const select = h(
    "select",
    { part: "field", id: "currency" },
    ...receiveCurrencies.map((code) =>
      h("option", { value: code, selected: code === corridor.receiveCurrency ? "" : null }, currencyName(code)),
    ),
  );
  select.addEventListener("change", () => hearing.currency(select.value));
  return h("p", {}, h("label", { for: "currency" }, say("corridor.currency")), select);
}
