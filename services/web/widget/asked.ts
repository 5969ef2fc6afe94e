import type { WidgetLanguage } from "../src/widget/widget-globals.ts";

/** Attributes are the whole API. */
export const attributeNames = ["from", "to", "amount", "amounts", "currency", "lang", "theme"] as const;

export interface Asked {
  /** Such as be-ma; null where the page names no two countries. */
  readonly corridor: string | null;
  readonly currency: string | null;
  readonly amount: string | null;
  /** To choose from with a tap. */
  readonly amounts: readonly string[];
  readonly language: WidgetLanguage;
  readonly theme: "auto" | "light" | "dark";
}

const mostChoices = 6;

/** What a page asks for. Whatever cannot be understood is as if it were not there: nobody's page breaks. */
export function readAsked(element: Element): Asked {
  const read = (name: (typeof attributeNames)[number]) => element.getAttribute(name)?.trim() ?? "";
  const corridor = `${read("from")}-${read("to")}`.toLowerCase();
  const currency = read("currency").toUpperCase();
  const theme = read("theme");
  return {
    corridor: /^[a-z]{2}-[a-z]{2}$/.test(corridor) ? corridor : null,
    currency: /^[A-Z]{3}$/.test(currency) ? currency : null,
    amount: read("amount") || null,
    amounts: read("amounts")
      .split(/[\s;]+|,(?=\s|\d)/)
      .filter(Boolean)
      .slice(0, mostChoices),
    language: languageOf(element),
    theme: theme === "light" || theme === "dark" ? theme : "auto",
  };
}

/** That of the element, or else of what it stands in, across the roots of other components; English as the last. */
function languageOf(element: Element): WidgetLanguage {
  const english = { code: "en", locale: "en-GB", direction: "ltr", first: widgetEnglish } as const;
  let place: Element | null = element;
  while (place !== null) {
    const spoken = place.closest("[lang]");
    if (spoken !== null) {
      const code = spoken.getAttribute("lang")?.toLowerCase().split("-")[0];
      return widgetLanguages.find((language) => language.code === code) ?? english;
    }
    const root: Node = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : null;
  }
  return english;
}
