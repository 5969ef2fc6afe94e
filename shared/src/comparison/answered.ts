/** An answer with what a cache must know about it. */
export interface Answered<Answer> {
  readonly answer: Answer;
  /** Version of the data behind it. */
  readonly version: string;
  /** Readers elsewhere may keep it until then: the next expected visit or the next change by time alone. */
  readonly freshUntil: Date;
  /** Unless an announcement says otherwise it stays true until then: the next change by time alone. */
  readonly trueUntil: Date;
  /** Corridors of money whose change makes it untrue; null: any change does. */
  readonly corridorKeys: readonly string[] | null;
}
