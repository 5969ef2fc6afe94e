import { h } from "./h.ts";
import { howText, type OfferRow } from "./offer-rows.ts";
import type { View } from "./view.ts";

/** Before somebody asks for all. */
const firstRows = 4;

export interface Table {
  readonly table: HTMLElement;
  /** Null where all are shown anyway. */
  readonly more: HTMLButtonElement | null;
}

/**
 * Every ranked offer. Roles are said aloud, as a table whose rows wrap on a narrow page would lose them in some
 * browsers.
 */
export function drawTable(rows: readonly OfferRow[], view: View, showAll: (all: boolean) => void): Table {
  const { say, country } = view.words;
  const { sendCountry, receiveCountry } = view.answer.corridor;
  const heads = ["widget.provider", "corridor.they_get", "widget.you_lose"] as const;
  const table = h(
    "table",
    { role: "table", id: "offers" },
    h("caption", {}, say("corridor.title", { from: country(sendCountry), to: country(receiveCountry) })),
    h(
      "thead",
      { role: "rowgroup" },
      h("tr", { role: "row" }, ...heads.map((key) => h("th", { role: "columnheader", scope: "col" }, say(key)))),
    ),
    h(
      "tbody",
      { role: "rowgroup" },
      ...rows.map((row, index) => drawRow(row, view, index >= firstRows && !view.showsAll)),
    ),
  );
  if (rows.length <= firstRows) return { table, more: null };
  const more = h(
    "button",
    { id: "more", type: "button", "aria-expanded": String(view.showsAll), "aria-controls": "offers" },
    say(view.showsAll ? "widget.fewer" : "corridor.no_filters"),
  );
  more.addEventListener("click", () => showAll(!view.showsAll));
  return { table, more };
}

function drawRow(row: OfferRow, { words, answer }: View, isHidden: boolean): HTMLElement {
  const { say, money, percent, moment } = words;
  const { offer, received, cost, costPct, observedAt, labels } = row;
  const { sendCurrency, receiveCurrency } = answer.corridor;
  const speed = offer.speed === null ? "" : ` ${say("corridor.arrives", { speed: say(`speed.${offer.speed}`) })}`;
  const isGain = cost?.startsWith("-") === true;
  return h(
    "tr",
    { role: "row", hidden: isHidden ? "" : null },
    h(
      "th",
      { role: "rowheader", scope: "row" },
      h("span", { class: "name" }, h("bdi", {}, offer.provider.name)),
      h("span", { class: "quiet" }, howText(offer, words) + speed),
      ...labels.map((label) => h("span", { class: "label" }, say(label))),
      // What was said in a shop is days older than the rest.
      offer.sourceKind === "visit"
        ? h("span", { class: "quiet" }, say("corridor.checked", { when: moment(observedAt) }))
        : null,
    ),
    drawCell(say("corridor.they_get"), h("strong", {}, money(received, receiveCurrency))),
    cost === null
      ? drawCell(say("widget.you_lose"), say("widget.not_known"))
      : drawCell(
          isGain ? null : say("widget.you_lose"),
          isGain
            ? say("widget.you_gain", { gain: money(cost.slice(1), sendCurrency) })
            : h("strong", {}, money(cost, sendCurrency)),
          costPct === null || isGain ? null : h("span", { class: "quiet" }, ` ${percent(costPct)}`),
        ),
  );
}

/** The name of the column stands in the cell for the eye; ears have heard it in the head of the table. */
function drawCell(name: string | null, ...children: readonly (Node | string | null)[]): HTMLElement {
  return h(
    "td",
    { role: "cell" },
    name === null ? null : h("span", { class: "quiet column", "aria-hidden": "true" }, `${name} `),
    ...children,
  );
}
