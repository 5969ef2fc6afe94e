import { createFigures } from "../src/format/figures.ts";
import { type JudgedColour, judgeColour, type OwnColours } from "../src/pages/widget/judge-colours.ts";
import { showCopyButtons, startCopying } from "./copying.ts";

/** Shows what was chosen at once: the page is asked anew, colours are judged here, and code is copied. */
const form = document.querySelector<HTMLFormElement>("form[data-builder]");
if (form !== null) start(form);

/** After the last key, before somebody wonders. */
const patienceMs = 350;

function start(form: HTMLFormElement): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();

  async function renew(): Promise<void> {
    asking.abort();
    asking = new AbortController();
    const address = addressOf(form);
    const made = document.querySelector("#made");
    made?.setAttribute("aria-busy", "true");
    const response = await fetch(address, { signal: asking.signal });
    const answer = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = answer.querySelector("#made");
    if (made === null || fresh === null) throw new Error(`the page was answered with ${response.status}`);
    made.replaceWith(document.importNode(fresh, true));
    for (const field of form.querySelectorAll("input")) takeWrong(field, answer.getElementById(field.id));
    history.replaceState(null, "", address);
    showMade();
    showFailure(false);
  }

  const renewSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      renew().catch((error: unknown) => {
        const isNewer = error instanceof DOMException && error.name === "AbortError";
        // The page stays as it is: to leave it would lose the choice where the network is gone.
        if (!isNewer) showFailure(true);
      });
    }, patienceMs);
  };

  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "color") {
      showJudgement(form);
      const look = form.elements.namedItem("look");
      if (look instanceof HTMLSelectElement) look.value = "own";
    }
    renewSoon();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    renewSoon();
  });
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.dataset.mend !== undefined) mend(form, button.dataset.mend === "link" ? "link" : "text");
  });
  for (const button of form.querySelectorAll<HTMLElement>("[data-mend]")) button.hidden = false;
  startCopying();
  showMade();
}

/** What is shown is older than the choice, and says so until an answer comes. */
function showFailure(hasFailed: boolean): void {
  const note = document.querySelector<HTMLElement>("[data-failed]");
  if (note !== null) note.hidden = !hasFailed;
  document.querySelector("#made")?.setAttribute("aria-busy", "false");
}

/** What the answer says is wrong with a field, beside the same field here, which keeps the focus. */
function takeWrong(field: HTMLInputElement, answered: HTMLElement | null): void {
  if (answered === null || field.id === "") return;
  field.parentElement?.querySelector(".wrong")?.remove();
  const wrong = answered.parentElement?.querySelector(".wrong");
  if (wrong) field.parentElement?.append(document.importNode(wrong, true));
  for (const name of ["aria-describedby", "aria-invalid"]) {
    const value = answered.getAttribute(name);
    if (value === null) field.removeAttribute(name);
    else field.setAttribute(name, value);
  }
}

function addressOf(form: HTMLFormElement): string {
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") search.append(name, value);
  }
  return `${form.action}?${search}`;
}

/** What only a program can do with what the server made: the host's colours on the widgets, buttons that copy. */
function showMade(): void {
  const preview = document.querySelector<HTMLElement>("[data-preview]");
  const rules = JSON.parse(preview?.dataset.preview ?? "[]") as [string, string][];
  for (const widget of preview?.querySelectorAll<HTMLElement>("remit-compare") ?? []) {
    for (const [property, value] of rules) widget.style.setProperty(property, value);
  }
  showCopyButtons();
}

function colourIn(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field.value : "";
}

function coloursIn(form: HTMLFormElement): OwnColours {
  return { text: colourIn(form, "text"), ground: colourIn(form, "ground"), link: colourIn(form, "link") };
}

function showJudgement(form: HTMLFormElement): void {
  const locale = form.querySelector<HTMLElement>("[data-colours]")?.dataset.colours ?? "en";
  const { count } = createFigures(locale);
  const colours = coloursIn(form);
  for (const note of form.querySelectorAll<HTMLElement>("[data-contrast]")) {
    const of = note.dataset.contrast === "link" ? "link" : "text";
    const { ratio, verdict, mended } = judgeColour(of, colours);
    const texts: Readonly<Record<string, string>> = { ratio: count(ratio), colour: mended ?? "" };
    for (const place of note.querySelectorAll<HTMLElement>("[data-slot]")) {
      place.textContent = texts[place.dataset.slot ?? ""] ?? "";
    }
    for (const part of note.querySelectorAll<HTMLElement>("[data-when]")) part.hidden = part.dataset.when !== verdict;
    note.querySelector('[data-fill="ground"]')?.setAttribute("fill", colours.ground);
    note.querySelector('[data-fill="text"]')?.setAttribute("fill", colours[of]);
  }
}

function mend(form: HTMLFormElement, of: JudgedColour): void {
  const field = form.elements.namedItem(of);
  const { mended } = judgeColour(of, coloursIn(form));
  if (!(field instanceof HTMLInputElement) || mended === null) return;
  field.value = mended;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
