import type { Asked } from "./asked.ts";
import { drawLink } from "./draw-link.ts";
import { h } from "./h.ts";

export type InsteadKey = "widget.loading" | "widget.away";

/** A sentence, and a way to the page that has the prices: never an empty box. */
export function drawInstead({ corridor, amount, language }: Asked, key: InsteadKey): HTMLElement[] {
  const { code, first } = language;
  const address = new URL(`/${code}/${corridor ?? ""}`, import.meta.url);
  if (corridor !== null && amount !== null && /^\d+([.,]\d+)?$/.test(amount)) address.searchParams.set("pay", amount);
  return [h("p", {}, first[key]), h("p", { class: "way" }, drawLink(address.href, first["widget.open"]))];
}
