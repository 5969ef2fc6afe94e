import type { Asked } from "./asked.ts";
import { createTeller } from "./change-event.ts";
import { drawHead, type Head } from "./draw-head.ts";
import { drawInstead, type InsteadKey } from "./draw-instead.ts";
import { drawResults } from "./draw-results.ts";
import { h } from "./h.ts";
import { keptPrices, loadPrices, type Prices, pricesPath } from "./prices.ts";
import { buildView } from "./view.ts";
import { loadWords, type Words } from "./words.ts";

export interface Stage {
  show(asked: Asked): void;
}

interface Ready {
  readonly asked: Asked;
  readonly prices: Prices;
  readonly words: Words;
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
  let currency: string | null = null;
  let showsAll = false;
  let drawn: Head | null = null;
  let drawnFor = "";
  const tell = createTeller(element);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Instead of prices: a sentence, and where else to look. */
  function say(asked: Asked, key: InsteadKey): void {
    ready = null;
    drawn = null;
    speak(asked.language);
    for (const place of [practice, head, note]) place.replaceChildren();
    body.replaceChildren(...drawInstead(asked, key));
    status.textContent = key === "widget.away" ? asked.language.first[key] : "";
  }

  function speak({ code, direction }: Asked["language"]): void {
    root.setAttribute("lang", code);
    root.setAttribute("dir", direction);
  }

  /** @param isAnswer somebody did something and waits for what comes of it */
  function draw(isAnswer: boolean): void {
    if (ready === null) return;
    const { asked, prices, words } = ready;
    const view = buildView(asked, prices, words, { typed, good, showsAll });
    const results = drawResults(view, (all) => {
      showsAll = all;
      redraw();
      shadow.querySelector<HTMLElement>("[aria-expanded]")?.focus();
    });
    const { corridor, simulated, receiveCurrencies } = view.answer;
    const headFor = [words.language.code, JSON.stringify(corridor), receiveCurrencies, view.choices].join(" ");
    if (drawn === null || headFor !== drawnFor) {
      drawn = drawHead(view, hearing);
      head.replaceChildren(...drawn.nodes);
      drawnFor = headFor;
    }
    drawn.update(view);
    if (typed !== null) good = view.wanted.text;
    speak(words.language);
    practice.textContent = simulated ? `${words.say("simulated.short")}. ${words.say("simulated.note")}` : "";
    body.replaceChildren(...results.nodes);
    note.textContent = words.say("corridor.order");
    status.textContent = isAnswer ? results.spoken : "";
    tell({ corridor: corridor.id, amount: view.shown.pay, language: words.language.code });
  }

  function redraw(): void {
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
      currency = code;
      if (ready !== null) load(ready.asked);
    },
  };

  function load(asked: Asked): void {
    turn += 1;
    const mine = turn;
    const { corridor, language } = asked;
    if (corridor === null) {
      say(asked, "widget.away");
      return;
    }
    const path = pricesPath(corridor, currency ?? asked.currency);
    const known = keptPrices(path);
    if (known === null && ready?.asked.corridor !== corridor) say(asked, "widget.loading");
    const show = (prices: Prices | null, words: Words) => {
      if (mine !== turn) return;
      if (prices === null) throw new TypeError("no prices");
      ready = { asked, prices, words };
      draw(false);
    };
    const words = loadWords(language);
    if (known !== null) words.then((said) => show({ answer: known, isKept: false }, said)).catch(() => undefined);
    Promise.all([loadPrices(path), words])
      .then(([prices, said]) => show(prices, said))
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
      load(asked);
    },
  };
}
