/** Attributes of `<remit-compare>`. They are the whole API: the element has no other properties and no methods. */
export interface RemitCompareAttributes {
  /** Country the money is sent from: ISO 3166-1 alpha-2, such as "BE". */
  from: string;
  /** Country it is sent to, such as "MA". */
  to: string;
  /** What the sender pays in all, in the currency of the sending country: "200". */
  amount?: string | number | undefined;
  /** Amounts to choose from with a tap: "100 200 500". Those that are not listed for the corridor are left out. */
  amounts?: string | undefined;
  /** Currency paid out, where a country has several: "USD". */
  currency?: string | undefined;
  /** Language of the site, such as "ar"; that of what it stands in unless said. */
  lang?: string | undefined;
  /** As the reader's device wants it, unless said. */
  theme?: "auto" | "light" | "dark" | undefined;
}

/** What is shown now. Nothing about who reads it. */
export interface RemitCompareShown {
  /** Such as "be-ma". */
  readonly corridor: string;
  /** The listed amount whose prices are shown: "200.00". */
  readonly amount: string;
  /** Such as "ar". */
  readonly language: string;
}

export type RemitCompareChangeEvent = CustomEvent<RemitCompareShown>;

export interface RemitCompareElement extends HTMLElement {
  addEventListener(
    type: "remit-compare:change",
    listener: (this: RemitCompareElement, event: RemitCompareChangeEvent) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: RemitCompareElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "remit-compare": RemitCompareElement;
  }
}
