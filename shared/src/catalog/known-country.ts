import countries from "i18n-iso-countries";

/**
 * Whether this is an assigned ISO 3166-1 alpha-2 code. `XK` counts: Kosovo has no code of its own, and everyone who
 * moves money there uses this one of the user-assigned range.
 */
export function isCountry(code: string): boolean {
  return code === "XK" || countries.alpha2ToAlpha3(code) !== undefined;
}
