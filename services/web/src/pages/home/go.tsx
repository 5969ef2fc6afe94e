import { listCountryPairs } from "../../country-pairs/country-pairs.ts";
import type { Page } from "../../site/page.ts";
import { NoSuchPair } from "./no-such-pair.tsx";

/** Where the question of the first page leads: to its corridor, by an address that can be kept and shared. */
export const go: Page = {
  path: "/go",
  answer({ words, search }, { catalog }) {
    const countries = listCountryPairs(catalog);
    const from = search.get("from") ?? "";
    const to = search.get("to") ?? "";
    const pair = countries.pairs.find(
      ({ sendCountry, receiveCountry }) => sendCountry === from && receiveCountry === to,
    );
    if (pair === undefined) {
      const nameOf = (code: string) => (catalog.isCountry(code) ? words.country(code) : null);
      return {
        kind: "page",
        status: 404,
        title: words.t("go.title"),
        body: <NoSuchPair from={nameOf(from)} to={nameOf(to)} pairs={countries.pairs} senders={countries.senders} />,
        life: null,
      };
    }
    const asked = (name: string) => search.getAll(name).join(",");
    const currency = pair.receiveCurrencies.length > 1 ? asked("currency") : "";
    const query = { pay: asked("pay"), currency, payIn: asked("payIn"), payOut: asked("payOut") };
    return { kind: "redirect", to: words.href(`/${pair.id}`, query) };
  },
};
