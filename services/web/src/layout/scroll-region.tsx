import type { ComponentChildren } from "preact";

export interface ScrollRegionProps {
  /** The heading it belongs to. */
  readonly labelledBy: string;
  /** Wider than the text around it where the screen is. */
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

/** What scrolls sideways must take the focus, or people without a mouse never see its end (WCAG 2.1.1). */
const focusable = { tabIndex: 0 };

/** What is wider than a phone scrolls here, and never the page. */
export function ScrollRegion({ labelledBy, isWide = false, children }: ScrollRegionProps) {
  return (
    <section class={isWide ? "region wide" : "region"} aria-labelledby={labelledBy} {...focusable}>
      {children}
    </section>
  );
}
