import { drawLink } from "./draw-link.ts";
import { drawTable } from "./draw-table.ts";
import { h } from "./h.ts";
import { howText, lossText, type OfferRow, offerRows } from "./offer-rows.ts";
import { pageAddress, type View } from "./view.ts";

export interface Results {
  readonly nodes: readonly Node[];
  /** The answer in a breath, for who cannot see it change. */
  readonly spoken: string;
}

/** One number first: what arrives and what is lost; then every option, how old the prices are, and the way on. */
export function drawResults(view: View, showAll: (all: boolean) => void): Results {
  const { words, answer, shown, wanted, isKept } = view;
  const { say, moment, money, count } = words;
  const { sendCurrency } = answer.corridor;
  const rows = offerRows(answer, shown);
  const [best] = rows;
  const isListed = shown.pay === wanted.text;
  const notes = [
    isKept && answer.checkedAt !== null ? say("widget.kept", { when: moment(answer.checkedAt) }) : null,
    isListed ? null : say("widget.nearest", { shown: money(shown.pay, sendCurrency) }),
    ...answer.warnings.map(({ code }) => (isTold(code) ? say(`warning.${code}`) : null)),
    best === undefined && !answer.warnings.some(({ code }) => isTold(code)) ? say("widget.no_price") : null,
    best?.cost === null ? say("widget.no_loss") : null,
  ].filter((note) => note !== null);
  const answered = best === undefined ? null : drawAnswer(best, view);
  const { table = null, more = null } = best === undefined ? {} : drawTable(rows, view, showAll);
  const link = isListed ? say("widget.open") : say("widget.open_exact", { amount: money(wanted.text, sendCurrency) });
  const nodes = [
    ...notes.map((note) => h("p", { class: "told" }, note)),
    answered,
    table,
    more && h("p", { class: "more" }, more),
    shown.unranked === 0 ? null : h("p", { class: "quiet" }, say("widget.unranked", { count: count(shown.unranked) })),
    best === undefined ? null : h("p", { class: "quiet" }, ageText(rows, view)),
    drawAttributions(view),
    h("p", { class: "way" }, drawLink(pageAddress(view), link)),
  ];
  const spoken = [
    ...notes,
    answered?.querySelector(".lead")?.textContent,
    answered?.querySelector(".loss")?.textContent,
  ];
  return { nodes: nodes.filter((node) => node !== null), spoken: spoken.filter(Boolean).join(" ") };
}

function drawAnswer(best: OfferRow, { words, answer }: View): HTMLElement {
  const { say, rich, money, moment } = words;
  const { sendCurrency, receiveCurrency } = answer.corridor;
  const amount = h("strong", { class: "figure" }, money(best.received, receiveCurrency));
  const provider = best.offer.provider.name;
  return h(
    "div",
    { class: "answer" },
    h("p", { class: "lead" }, ...rich("corridor.best_receive", { amount })),
    best.cost === null ? null : h("p", { class: "loss" }, lossText(best.cost, sendCurrency, words)),
    h(
      "p",
      { class: "quiet" },
      say("corridor.best_how", { provider, how: howText(best.offer, words), when: moment(best.observedAt) }),
    ),
  );
}

function ageText(rows: readonly OfferRow[], { words: { say, moment } }: View): string {
  const times = rows.map(({ observedAt }) => observedAt).sort();
  const newest = moment(times.at(-1) ?? "");
  const oldest = moment(times[0] ?? "");
  return newest === oldest
    ? say("corridor.checked", { when: newest })
    : say("corridor.coverage_when", { newest, oldest });
}

/** Sources that want to be named are named wherever their figures are. */
function drawAttributions({ words: { say }, answer: { attributions } }: View): HTMLElement | null {
  if (attributions.length === 0) return null;
  const texts = attributions.map(({ text }) => h("bdi", { class: "said" }, text));
  return h("p", { class: "quiet" }, say("corridor.attributions"), ...texts);
}

const told = ["no_data", "everything_expired", "data_may_be_older"] as const;

function isTold(code: string): code is (typeof told)[number] {
  return told.some((one) => one === code);
}
