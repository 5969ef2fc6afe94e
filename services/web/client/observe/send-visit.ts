import type { KeptVisit } from "./kept-visits.ts";

export interface VisitSent {
  /** `look_again`: the paper or a field; `not_kept`: the key, or the site for a moment. */
  readonly outcome: "done" | "look_again" | "not_kept";
  /** In the site's own words. */
  readonly said: string;
  /** What is wrong with fields, by their names. */
  readonly wrongs: Readonly<Record<string, string>>;
}

/**
 * Sends an entry as the form does, and reads the page that answers: what it says after it was sent is said here too. A
 * page without its mark is none of this site's, but a hotel's that wants a room number: `no_answer`.
 */
export async function sendVisit(
  address: string,
  fields: KeptVisit["fields"],
  key: string,
): Promise<VisitSent | "no_network" | "no_answer"> {
  const body = new URLSearchParams([...fields.map(([name, value]) => [name, value]), ["key", key]]);
  let text: string;
  try {
    text = await (await fetch(address, { method: "POST", body })).text();
  } catch {
    return "no_network";
  }
  const page = new DOMParser().parseFromString(text, "text/html");
  const outcome = page.querySelector<HTMLElement>("[data-outcome]");
  if (outcome === null) return "no_answer";
  const said = [outcome, ...page.querySelectorAll("[data-note]")].map(({ textContent }) => textContent).join(" ");
  const wrongs = [...page.querySelectorAll(".wrong")].map(({ id, textContent }) => [
    id.replace(/-wrong$/, ""),
    textContent,
  ]);
  return {
    outcome: outcome.dataset.outcome as VisitSent["outcome"],
    said,
    wrongs: Object.fromEntries(wrongs) as VisitSent["wrongs"],
  };
}
