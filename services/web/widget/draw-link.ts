import { h } from "./h.ts";

/** A way to our pages. They learn nothing about the page it stands on. */
export function drawLink(href: string, text: string): HTMLElement {
  return h("a", { id: "page", href, target: "_top", rel: "noreferrer", referrerpolicy: "no-referrer" }, text);
}
