import { InputError } from "@openremit/shared/domain";
import type { OperatorDesk } from "./operator-desk.ts";

/** What an operator can do, and the words for having done it. */
export const actions = {
  pause: { done: "paused", words: "The source is paused: it is not asked until somebody resumes it." },
  resume: { done: "resumed", words: "The source is asked again." },
  accept: { done: "accepted", words: "The run is accepted: it is recorded within seconds." },
  reject: { done: "rejected", words: "The run is rejected." },
} as const;
export type ActionName = keyof typeof actions;
export const actionNames = Object.keys(actions) as readonly ActionName[];

export const longestWhy = 300;

/**
 * Does what was asked.
 *
 * @throws InputError where a reason is missing, or what it is about is unknown or was settled.
 */
export async function doAction(
  action: ActionName,
  form: URLSearchParams,
  keyId: string,
  desk: OperatorDesk,
): Promise<void> {
  const [source, run] = [form.get("source") ?? "", form.get("run") ?? ""];
  if (action === "resume") return desk.resume(source);
  const why = (form.get("why") ?? "").trim();
  if (why === "") throw new InputError("Say why.");
  if (why.length > longestWhy) throw new InputError(`Say why in at most ${longestWhy} characters.`);
  if (action === "pause") return desk.pause(source, why);
  return desk.decide(run, action === "accept" ? "accepted" : "rejected", why, keyId);
}

/** The words for `?done=`; null for anything else. */
export function wordsOfDone(done: string | null): string | null {
  return Object.values(actions).find((action) => action.done === done)?.words ?? null;
}
