import type { CorridorConfig } from "@openremit/shared/contracts";
import { SelectField } from "../../forms/select-field.tsx";
import type { CorridorChosen } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";
import { mostRoutes, routeValue } from "./parse-choice.ts";

export interface RouteFieldsProps {
  readonly pairs: readonly CorridorConfig[];
  readonly routes?: readonly CorridorChosen[];
}

const fields = Array.from({ length: mostRoutes }, (_, index) => `route-${index + 1}`);

/** One route, and up to two more; each is a widget of its own. */
export function RouteFields({ pairs, routes = [] }: RouteFieldsProps) {
  const { t, country, currencyName, compareNames } = useWords();
  const options = pairs
    .flatMap(({ id, sendCountry, receiveCountry, receiveCurrencies }) => {
      const route = t("route.name", { from: country(sendCountry), to: country(receiveCountry) });
      return receiveCurrencies.length === 1
        ? [{ value: id, text: route }]
        : receiveCurrencies.map((currency) => ({
            value: `${id}.${currency}`,
            text: t("save.route_in", { route, currency: currencyName(currency) }),
          }));
    })
    .sort((one, other) => compareNames(one.text, other.text));
  return (
    <div class="fields">
      {fields.map((id, index) => {
        const chosen = routes[index];
        return (
          <SelectField
            key={id}
            id={id}
            name="route"
            label={index === 0 ? t("builder.route") : t("builder.route_more", { number: index + 1 })}
            options={index === 0 ? options : [{ value: "", text: t("builder.no_route") }, ...options]}
            chosen={chosen === undefined ? "" : routeValue(chosen)}
          />
        );
      })}
    </div>
  );
}
