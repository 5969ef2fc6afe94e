import { type FailureClass, failureClassOf } from "../runtime/index.ts";

/** What the queue does about a failure. */
export interface QueueBehaviour {
  /** Whether the same job is tried again. */
  readonly retry: boolean;
  /** Tries in all, the first one counted. */
  readonly attempts: number;
  /** Wait before the second try, in milliseconds; doubles with every further one … */
  readonly delayMs: number;
  /** … up to this. */
  readonly maxDelayMs: number;
  /** The whole queue rests instead of this job, and the try does not count: the source asked everybody to slow down. */
  readonly restQueue: boolean;
  /** The source is left alone until a person resumes it. */
  readonly pauseSource: boolean;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const giveUp: QueueBehaviour = {
  retry: false,
  attempts: 1,
  delayMs: 0,
  maxDelayMs: 0,
  restQueue: false,
  pauseSource: false,
};

function tryAgain(attempts: number, delayMs: number, maxDelayMs: number): QueueBehaviour {
  return { ...giveUp, retry: true, attempts, delayMs, maxDelayMs };
}

/** The one table. */
const behaviours: Readonly<Record<FailureClass, QueueBehaviour>> = {
  // Nothing changes by asking again: our bug, our configuration, or a payload that makes no sense.
  domain: giveUp,
  input: giveUp,
  not_covered: giveUp,
  no_fresh_data: giveUp,
  config: giveUp,
  // A source that answers strangely does so again; the next scheduled visit is soon enough, and kinder.
  source_shape: giveUp,
  expectation: giveUp,
  source_refused: { ...giveUp, pauseSource: true },
  // Four tries over about seven minutes: a restart or a bad moment passes, an outage waits for the next visit.
  source_http: tryAgain(4, minute, 15 * minute),
  source_limited: { ...tryAgain(10, minute, hour), restQueue: true },
  // What was seen must not be lost while PostgreSQL or Redis is away: a minute apart, for more than a day.
  infrastructure: tryAgain(1500, second, minute),
  // Perhaps a passing fault, more likely a bug: a few tries, then the failed list.
  unknown: tryAgain(3, 5 * second, minute),
};

/** The most tries any class gets; every job is added with it, the table stops sooner. */
export const mostAttempts = Math.max(...Object.values(behaviours).map(({ attempts }) => attempts));

/** How long a source may make us wait by itself: beyond a day we ask again. */
export const longestWaitMs = 24 * hour;

/** Looks a failure up in the table; any thrown value has an entry. */
export function queueBehaviour(error: unknown): QueueBehaviour {
  return behaviours[failureClassOf(error)];
}
