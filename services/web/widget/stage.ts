import type { Asked } from "./asked.ts";
import { createTeller } from "./change-event.ts";
import { drawHead, type Head } from "./draw-head.ts";
import { drawInstead, type InsteadKey } from "./draw-instead.ts";
import { drawResults } from "./draw-results.ts";
import { h } from "./h.ts";
import { isAlive, keptPrices, loadPrices, type Prices, pricesPath } from "./prices.ts";
import { buildView } from "./view.ts";
import { loadWords, type Words } from "./words.ts";

export interface Stage {
  show(asked: Asked): void;
}

interface Ready {
  readonly asked: Asked;
  readonly prices: Prices;
  readonly words: Words;
  /** What a reader had chosen by then. */
  readonly currency: string | null;
}

/** Long enough for a hand that is typing. */
const quietMs = 400;
let style: CSSStyleSheet | null = null;

/** What stands in the element's shadow, and what changes there. */
export function createStage(element: HTMLElement): Stage {
  const shadow = element.attachShadow({ mode: "open" });
  if (style === null) {
    style = new CSSStyleSheet();
    style.replaceSync(widgetStyle);
  }
  shadow.adoptedStyleSheets = [style];
  const practice = h("p", { class: "practice" });
  const head = h("div", { class: "head" });
  const body = h("div", { class: "body" });
  const note = h("p", { class: "note" });
  const status = h("p", { class: "unseen", role: "status" });
  const root = h("section", { class: "root" }, h("div", { part: "frame" }), practice, head, body, note, status);
  shadow.append(root);

  let ready: Ready | null = null;
  let turn = 0;
  let typed: string | null = null;
  let good: string | null = null;
  /** What a reader has chosen; none ("") for that of the corridor, null where nothing was chosen. */
  let currency: string | null = null;
  let showsAll = false;
  let drawn: Head | null = null;
  let drawnFor = "";
  let isWaiting = false;
  const tell = createTeller(element);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Instead of prices: a sentence, and where else to look. */
  function say(asked: Asked, key: InsteadKey): void {
    ready = null;
    drawn = null;
    speak(asked.language);
    for (const place of [practice, head, note]) place.replaceChildren();
    fill(body, drawInstead(asked, key));
    tellEars(key === "widget.away" ? asked.language.first[key] : "");
  }

  /** Prices in another money are on their way: those in the former would stand under the wrong name. */
  function wait(asked: Asked, isAnswer: boolean): void {
    isWaiting = true;
    fill(body, drawInstead(asked, "widget.loading"));
    tellEars(isAnswer ? asked.language.first["widget.loading"] : "");
  }

  function speak({ code, direction }: Asked["language"]): void {
    root.setAttribute("lang", code);
    root.setAttribute("dir", direction);
  }

  /** The same is not said twice. */
  function tellEars(text: string): void {
    if (status.textContent !== text) status.textContent = text;
  }

  /** Draws a place anew. Who stood on something that is there again stays on it. */
  function fill(place: HTMLElement, nodes: readonly Node[]): void {
    const focused = shadow.activeElement?.id;
    place.replaceChildren(...nodes);
    if (focused) shadow.getElementById(focused)?.focus({ preventScroll: true });
  }

  /** @param isAnswer somebody did something and waits for what comes of it */
  function draw(isAnswer: boolean): void {
    if (ready === null) return;
    isWaiting = false;
    const { asked, prices, words } = ready;
    const view = buildView(asked, prices, words, { typed, good, showsAll });
    const results = drawResults(view, (all) => {
      showsAll = all;
      redraw();
    });
    const { corridor, simulated, receiveCurrencies } = view.answer;
    const headFor = [words.language.code, corridor.id, receiveCurrencies, view.choices].join(" ");
    if (drawn === null || headFor !== drawnFor) {
      drawn = drawHead(view, hearing);
      fill(head, drawn.nodes);
      drawnFor = headFor;
    }
    drawn.update(view);
    if (typed !== null) good = view.wanted.text;
    speak(words.language);
    practice.textContent = simulated ? `${words.say("simulated.short")}. ${words.say("simulated.note")}` : "";
    fill(body, results.nodes);
    note.textContent = words.say("corridor.order");
    if (isAnswer) tellEars(view.wrong === null ? results.spoken : words.say(view.wrong));
    else tellEars("");
    tell({ corridor: corridor.id, amount: view.shown.pay, language: words.language.code });
  }

  function redraw(): void {
    if (isWaiting) return;
    try {
      draw(true);
    } catch {
      if (ready !== null) say(ready.asked, "widget.away");
    }
  }

  const hearing = {
    amount(text: string) {
      typed = text;
      clearTimeout(timer);
      timer = setTimeout(redraw, quietMs);
    },
    currency(code: string) {
      if (ready === null) return;
      const { asked, prices } = ready;
      currency = code === asked.currency ? null : code === prices.answer.receiveCurrencies[0] ? "" : code;
      load(asked, true);
    },
  };

  /** @param isAnswer as for `draw` */
  function load(asked: Asked, isAnswer: boolean): void {
    turn += 1;
    const mine = turn;
    const { corridor, language } = asked;
    if (corridor === null) {
      say(asked, "widget.away");
      return;
    }
    const path = pricesPath(corridor, currency ?? asked.currency);
    const known = keptPrices(path);
    const former = ready?.asked.corridor === corridor && isAlive(ready.prices.answer) ? ready : null;
    if (known === null && former === null) say(asked, "widget.loading");
    else if (known === null) wait(asked, isAnswer);
    const show = (prices: Prices | null, words: Words) => {
      if (mine !== turn) return;
      if (prices === null) throw new TypeError("no prices");
      ready = { asked, prices, words, currency };
      draw(isAnswer);
    };
    const words = loadWords(language);
    if (known !== null) words.then((said) => show({ answer: known, isKept: false }, said)).catch(() => undefined);
    Promise.all([loadPrices(path), words])
      .then(([prices, said]) => show(prices, said))
      .catch(async () => {
        // Back to the money there are prices in, and to its prices.
        if (former === null || mine !== turn) throw new TypeError("no prices");
        currency = former.currency;
        show({ answer: former.prices.answer, isKept: true }, await words);
      })
      .catch(() => {
        if (mine === turn) say(asked, "widget.away");
      });
  }

  let before: Asked | null = null;
  return {
    show(asked) {
      root.setAttribute("data-theme", asked.theme);
      if (before?.amount !== asked.amount || before?.corridor !== asked.corridor) typed = good = null;
      if (before?.currency !== asked.currency || before?.corridor !== asked.corridor) currency = null;
      before = asked;
      load(asked, false);
    },
  };
}
