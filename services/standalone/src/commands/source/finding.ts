/** One thing a check looked at. `open` is not wrong: it is left to do before the source can be enabled. */
export interface Finding {
  readonly state: "right" | "wrong" | "open";
  readonly what: string;
}

export const right = (what: string): Finding => ({ state: "right", what });
export const wrong = (what: string): Finding => ({ state: "wrong", what });
export const open = (what: string): Finding => ({ state: "open", what });
