import { DomainError } from "@openremit/shared/domain";
import countries from "i18n-iso-countries";

/** A country in three letters. Kosovo's XK is a user-assigned code: sources say XKX, the library XKK. */
export function alpha3Of(country: string): string {
  const alpha3 = country === "XK" ? "XKX" : countries.alpha2ToAlpha3(country);
  if (alpha3 === undefined) throw new DomainError(`${country} has no ISO 3166-1 alpha-3 code`);
  return alpha3;
}
