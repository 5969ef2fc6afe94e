/** What is shown. Nothing about who reads it, nor what else was typed. */
export interface Shown {
  readonly corridor: string;
  readonly amount: string;
  readonly language: string;
}

/** Tells the page each time something else is shown; not the first time, which the page has asked for itself. */
export function createTeller(element: HTMLElement): (shown: Shown) => void {
  let told: string | null = null;
  return (detail) => {
    const now = JSON.stringify(detail);
    if (told !== null && now !== told) {
      element.dispatchEvent(new CustomEvent("remit-compare:change", { detail, bubbles: true, composed: true }));
    }
    told = now;
  };
}
