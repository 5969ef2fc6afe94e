/** One thing that was looked at. */
export interface Finding {
  /** `wrong`: it does not work, or loses data. `doubtful`: it works, and a person should know. */
  readonly state: "good" | "doubtful" | "wrong";
  readonly what: string;
  readonly found: string;
  /** What to do about it; null where nothing is to be done. */
  readonly fix: string | null;
}

export const good = (what: string, found: string): Finding => ({ state: "good", what, found, fix: null });
export const doubtful = (what: string, found: string, fix: string): Finding => ({
  state: "doubtful",
  what,
  found,
  fix,
});
export const wrong = (what: string, found: string, fix: string): Finding => ({ state: "wrong", what, found, fix });
