import type { Answered } from "../comparison/index.ts";

/** The last moment a Date can say. */
const endOfTime = new Date(8_640_000_000_000_000);

/** An answer that stays as it is for as long as the process runs. */
export function constantly<Answer>(answer: Answer): Answered<Answer> {
  return { answer, version: "constant", freshUntil: endOfTime, trueUntil: endOfTime, corridorKeys: [] };
}
