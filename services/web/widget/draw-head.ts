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
  const mistake = h("p", { id: "wrong", class: "wrong" });
  const buttons = choices.map((text) => {
    const button = h("button", { part: "button", type: "button", id: `pay-${text}` }, roundMoney(text, sendCurrency));
    button.addEventListener("click", () => hearing.amount(text));
    return [text, button] as const;
  });
  const select = drawCurrencies(words, answer, hearing);
  return {
    nodes: [
      h("h2", { part: "title" }, say("corridor.title", { from: country(sendCountry), to: country(receiveCountry) })),
      h(
        "div",
        { class: "question" },
        h("p", {}, h("label", { for: "pay" }, say("corridor.pay", { currency: sendCurrency })), input),
        buttons.length === 0 ? null : h("p", { class: "choices" }, ...buttons.map(([, button]) => button)),
        select && h("p", {}, h("label", { for: "currency" }, say("corridor.currency")), select),
      ),
      mistake,
    ],
    update({ wanted, wrong, answer }) {
      if (wrong === null && !input.matches(":focus")) input.value = wanted.text.replace(/\.0+$/, "");
      if (wrong === null) input.removeAttribute("aria-invalid");
      else input.setAttribute("aria-invalid", "true");
      mistake.textContent = wrong === null ? "" : say(wrong);
      for (const [text, button] of buttons) button.setAttribute("aria-pressed", String(text === wanted.text));
      if (select !== null) select.value = answer.corridor.receiveCurrency;
    },
  };
}

/** Where several currencies are paid out, which one is never left open: each has its own prices (METHOD 5). */
function drawCurrencies({ currencyName }: View["words"], { receiveCurrencies }: View["answer"], hearing: Hearing) {
  if (receiveCurrencies.length < 2) return null;
  const select = h(
    "select",
    { part: "field", id: "currency" },
    ...receiveCurrencies.map((code) => h("option", { value: code }, currencyName(code))),
  );
  select.addEventListener("change", () => hearing.currency(select.value));
  return select;
}
