import { noteAt } from "../show-wrong.ts";
import type { KeptVisit } from "./kept-visits.ts";

/** What stays in the form after an entry: the next one is often of the same round. */
const ofOneVisit = ["amount", "fee", "rate", "received", "payOutFee", "where"];

/** The form of the page, read and filled. */
export function openVisitForm(form: HTMLFormElement) {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const controls = () => form.querySelectorAll<HTMLInputElement>("input[id], select[id]");
  const key = field("key");

  /** As chosen and typed: enough to tell one entry from another. */
  function name(): string {
    const chosen = (of: string) => (form.elements.namedItem(of) as HTMLSelectElement).selectedOptions[0]?.text ?? "";
    const typed = ["amount", "day", "time", "visitor"].map((of) => field(of).value);
    return [chosen("provider"), chosen("route"), ...typed].join(" · ");
  }

  return {
    key,
    /** Null where something is missing, which the browser then says. @param oneOfTwo said where neither figure is there */
    read(oneOfTwo: string): Pick<KeptVisit, "name" | "fields"> | null {
      const hasFigure = field("rate").value.trim() !== "" || field("received").value.trim() !== "";
      field("rate").setCustomValidity(hasFigure ? "" : oneOfTwo);
      key.disabled = true;
      const isWhole = form.reportValidity();
      const fields = [...new FormData(form)].map(([of, value]) => [of, String(value)] as const);
      key.disabled = false;
      field("rate").setCustomValidity("");
      return isWhole ? { name: name(), fields } : null;
    },
    /** Makes room for the next entry. */
    clear(): void {
      for (const of of ofOneVisit) field(of).value = "";
      for (const control of controls()) noteAt(control, undefined);
    },
    /** Shows an entry again, with what the site said of its fields. */
    fill({ fields, wrongs = {} }: KeptVisit): void {
      for (const [of, value] of fields) field(of).value = value;
      for (const control of controls()) noteAt(control, wrongs[control.name]);
      (form.querySelector<HTMLElement>("[aria-invalid]") ?? form.querySelector<HTMLElement>("select"))?.focus();
    },
    /** What is wrong, field by field, with the fields' names. */
    describe(wrongs: Readonly<Record<string, string>>): readonly string[] {
      return Object.entries(wrongs).map(([of, text]) => `${field(of).labels?.[0]?.textContent ?? of}: ${text}`);
    },
  };
}
