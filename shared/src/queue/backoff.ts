import { OpenRemitError } from "../domain/index.ts";
import { longestWaitMs, type QueueBehaviour, queueBehaviour } from "./queue-behaviour.ts";

/** BullMQ's sign for "do not try again". */
const stop = -1;

/**
 * Milliseconds until a failed job is tried again, or -1 for never.
 *
 * @param failedTries how often it has failed, this time counted
 * @param random in [0, 1): spreads tries over the upper half of the delay, so that jobs do not come back in step
 */
export function backoffMs(error: unknown, failedTries: number, random: number): number {
  const behaviour = queueBehaviour(error);
  if (!behaviour.retry || failedTries >= behaviour.attempts) return stop;
  return waitMs(error, behaviour, failedTries, random);
}

/**
 * Milliseconds for which the whole queue rests, or null where the failure is not of that kind or it rested for this job
 * often enough.
 *
 * @param rests how often the queue has rested because of this job
 */
export function restMs(error: unknown, rests: number, random: number): number | null {
  const behaviour = queueBehaviour(error);
  if (!behaviour.restQueue || rests + 1 >= behaviour.attempts) return null;
  return Math.max(1, waitMs(error, behaviour, rests + 1, random));
}

function waitMs(error: unknown, { delayMs, maxDelayMs }: QueueBehaviour, tries: number, random: number): number {
  const asked = askedWaitMs(error);
  const full = Math.min(maxDelayMs, delayMs * 2 ** Math.min(tries - 1, 30));
  const ours = Math.round(full * (0.5 + random / 2));
  return asked === null ? ours : Math.max(ours, asked);
}

/** What the source's Retry-After said. */
function askedWaitMs(error: unknown): number | null {
  const asked = error instanceof OpenRemitError ? error.details.retryAfterMs : null;
  return typeof asked === "number" && asked >= 0 ? Math.min(asked, longestWaitMs) : null;
}
