import { type CheckGround, checkOffer } from "@openremit/shared/domain";
import { createFigures } from "../src/format/figures.ts";
import { checkSlots } from "../src/pages/check/check-slots.ts";
import { readSeenOffer, type SeenField, type SeenLimits, type TypedOffer } from "../src/question/read-seen-offer.ts";
import { showWrong } from "./show-wrong.ts";

/** Calculates on the device what the page would otherwise ask for: nothing that is typed is sent. */
const form = document.querySelector<HTMLFormElement>("form[data-check]");
const result = document.querySelector<HTMLElement>("#result");
if (form !== null && result !== null) start(form, result);

function start(form: HTMLFormElement, result: HTMLElement): void {
  const ground = JSON.parse(form.dataset.check ?? "") as CheckGround;
  const limits = JSON.parse(form.dataset.limits ?? "") as SeenLimits;
  const figures = createFigures(form.dataset.locale ?? "en");

  /** Whether there is a result to look at. */
  function check(): boolean {
    const { seen, wrong } = readSeenOffer(typedIn(form), limits);
    showWrong(form, wrong ?? {});
    const checked = seen === null ? null : checkOffer(seen, ground);
    result.hidden = checked === null;
    if (checked === null) return false;
    const { texts, conditions } = checkSlots(checked, ground, figures);
    for (const place of result.querySelectorAll<HTMLElement>("[data-slot]")) {
      place.textContent = (texts as Readonly<Record<string, string>>)[place.dataset.slot ?? ""] ?? "";
    }
    for (const part of result.querySelectorAll<HTMLElement>("[data-when]")) {
      const needed = (part.dataset.when ?? "").split(" ");
      part.hidden = needed.some((condition) => !(conditions as ReadonlySet<string>).has(condition));
    }
    return true;
  }

  form.addEventListener("submit", (event) => {
    const isChecked = check();
    // Only here: where the program fails on an old device, the form is sent as without it.
    event.preventDefault();
    if (isChecked) result.querySelector<HTMLElement>("h2")?.focus();
    else form.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  });
  form.addEventListener("change", () => {
    if (!result.hidden) check();
  });
  for (const words of form.querySelectorAll<HTMLElement>("[data-script]")) {
    words.hidden = words.dataset.script !== "true";
  }
}

function typedIn(form: HTMLFormElement): TypedOffer {
  const fields = new FormData(form);
  const typed = (name: SeenField | "placement") => String(fields.get(name) ?? "");
  return {
    amount: typed("amount"),
    fee: typed("fee"),
    rate: typed("rate"),
    received: typed("received"),
    placement: typed("placement"),
  };
}
