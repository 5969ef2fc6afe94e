import type { Page } from "playwright-core";

export interface Seen {
  /** Name, what arrives and what is lost, in the order in which they stand on the screen. */
  readonly rows: readonly string[];
  readonly labels: readonly string[];
  readonly note: string;
  readonly practice: string;
  /** What is there and cannot be seen or read: covered, faded, shrunk, or of the colour of its ground. */
  readonly unseen: readonly string[];
}

/** Looks at each thing a page must not take away, as somebody does who scrolls to it. */
export function lookAtWidget(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const shadow = document.querySelector("remit-compare")?.shadowRoot;
    if (!shadow) throw new Error("there is no widget");
    const all = (selector: string) => [...shadow.querySelectorAll<HTMLElement>(selector)];
    const textOf = (element: Element | undefined) =>
      (element?.textContent ?? "")
        .replaceAll(/[\u2068\u2069]/g, "")
        .replaceAll(/\s+/g, " ")
        .trim();
    const rows = all("tbody tr:not([hidden])");
    const topOf = (element: Element) => element.getBoundingClientRect().top;
    const rgb = (colour: string) =>
      (colour.match(/[\d.]+/g) ?? []).map((part) => Number.parseInt(part, 10)).slice(0, 3);
    const brightness = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = rgb(colour);
      return red * 0.299 + green * 0.587 + blue * 0.114;
    };

    function isUnseen(element: HTMLElement): boolean {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width < 20 || height < 14) return true;
      const hit = shadow?.elementFromPoint(left + Math.min(width / 2, 40), top + height / 2);
      if (!hit || !(element.contains(hit) || hit.contains(element))) return true;
      const style = getComputedStyle(element);
      const isShrunk = Number.parseInt(style.fontSize, 10) < 14 || Number.parseInt(style.lineHeight, 10) < 14;
      const own = style.backgroundColor;
      const hasOwnGround = !own.endsWith(", 0)");
      const isFaded = hasOwnGround && Math.abs(brightness(style.color) - brightness(own)) < 90;
      const isHidden = !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      return isHidden || isShrunk || isFaded;
    }

    const guarded = [...rows.flatMap((row) => [...row.children] as HTMLElement[]), ...all(".label, .note, .practice")];
    return {
      rows: [...rows].sort((one, other) => topOf(one) - topOf(other)).map(textOf),
      labels: all("tbody tr:not([hidden]) .label").map(textOf),
      note: textOf(all(".note")[0]),
      practice: textOf(all(".practice")[0]),
      unseen: guarded.filter((element) => isUnseen(element)).map(textOf),
    };
  });
}
