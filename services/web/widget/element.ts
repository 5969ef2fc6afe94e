import { attributeNames, readAsked } from "./asked.ts";
import { createStage, type Stage } from "./stage.ts";

/**
 * `<remit-compare from="BE" to="MA" amount="200" lang="ar" theme="auto">`: what arrives and what it costs, on other
 * people's pages. Attributes are the whole API. Whatever goes wrong in here stays in here.
 */
class RemitCompare extends HTMLElement {
  static get observedAttributes(): readonly string[] {
    return attributeNames;
  }

  private stage: Stage | null = null;
  private isDue = false;

  connectedCallback(): void {
    this.due();
    addEventListener("online", this);
  }

  disconnectedCallback(): void {
    removeEventListener("online", this);
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after) this.due();
  }

  /** A network that is back may bring what was missing. */
  handleEvent(): void {
    this.due();
  }

  /** Several attributes are often set one after the other: they are read together. */
  private due(): void {
    if (this.isDue) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      if (!this.isConnected) return;
      try {
        this.stage ??= createStage(this);
        this.stage.show(readAsked(this));
      } catch {
        // A page that has put something of its own in this place keeps it.
      }
    });
  }
}

/** Where styles cannot be adopted, or somebody has taken the name, what stands between the tags stays. */
const canRun = "adoptedStyleSheets" in Document.prototype && "replaceSync" in CSSStyleSheet.prototype;
if (canRun && customElements.get("remit-compare") === undefined) customElements.define("remit-compare", RemitCompare);
