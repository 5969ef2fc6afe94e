import type { Catalog } from "@openremit/shared/catalog";
import type { Words } from "../../words/words.ts";

/** Every corridor of money that is open, by name. */
export function routeOptions({ corridors, corridorConfigs }: Catalog, { t, country, compareNames }: Words) {
  return [...corridors]
    .filter(([, { id }]) => corridorConfigs.get(id)?.enabled === true)
    .map(([value, { sendCountry, receiveCountry, receiveCurrency: currency }]) => ({
      value,
      text: t("observe.route", { from: country(sendCountry), to: country(receiveCountry), currency }),
    }))
    .sort((one, other) => compareNames(one.text, other.text));
}

export function providerOptions({ providers }: Catalog, { compareNames }: Words) {
  return [...providers.values()]
    .filter(({ status }) => status === "active")
    .map(({ key, name }) => ({ value: key, text: name }))
    .sort((one, other) => compareNames(one.text, other.text));
}
