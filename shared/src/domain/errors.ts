/** Every failure the project throws on purpose. One table maps codes to queue behaviour, another to problem+json. */
export type ErrorCode =
  | "domain"
  | "input"
  | "not_covered"
  | "no_fresh_data"
  | "config"
  | "source_http"
  | "source_limited"
  | "source_shape"
  | "source_refused"
  | "expectation";

export type ErrorDetails = Readonly<Record<string, unknown>>;

interface ErrorOptions {
  readonly details?: ErrorDetails;
  readonly cause?: unknown;
}

/** The closed family. `retryable` says whether the same call may succeed later without anybody's doing. */
export abstract class OpenRemitError extends Error {
  abstract readonly code: ErrorCode;
  abstract readonly retryable: boolean;
  readonly details: ErrorDetails;

  constructor(message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.details = options.details ?? {};
  }
}

/** A law of the domain was broken: a bug of ours. */
export class DomainError extends OpenRemitError {
  readonly code = "domain";
  readonly retryable = false;
}

/** Somebody asked for something that makes no sense. `details.errors` may hold `{parameter, message}` rows. */
export class InputError extends OpenRemitError {
  readonly code = "input";
  readonly retryable = false;
}

/** The question is sensible, and outside of what is covered. */
export class NotCoveredError extends OpenRemitError {
  readonly code = "not_covered";
  readonly retryable = false;
}

/** About one parameter of a question, as whoever asked named it. */
export function wrongParameter(parameter: string, message: string): InputError {
  return new InputError(`${parameter}: ${message}`, { details: { errors: [{ parameter, message }] } });
}

/** The same for what is sensible and not covered; the message is a sentence of its own. */
export function notCoveredParameter(parameter: string, message: string): NotCoveredError {
  return new NotCoveredError(message, { details: { errors: [{ parameter, message }] } });
}

/** Covered, and nothing known that is fresh enough to answer with. */
export class NoFreshDataError extends OpenRemitError {
  readonly code = "no_fresh_data";
  readonly retryable = true;
}

/** Configuration or environment is wrong; the message names file, path and fix. */
export class ConfigError extends OpenRemitError {
  readonly code = "config";
  readonly retryable = false;
}

/** A source did not answer, or answered with a server error. */
export class SourceHttpError extends OpenRemitError {
  readonly code = "source_http";
  readonly retryable = true;
}

/** A source asked us to slow down (429). `details.retryAfterMs` says for how long, where it said so. */
export class SourceLimitedError extends OpenRemitError {
  readonly code = "source_limited";
  readonly retryable = true;
}

/** A source answered in a shape its adapter does not know. */
export class SourceShapeError extends OpenRemitError {
  readonly code = "source_shape";
  readonly retryable = false;
}

/** A source refused us (401, 403, 451, robots.txt, a captcha): stop and pause it. */
export class SourceRefusedError extends OpenRemitError {
  readonly code = "source_refused";
  readonly retryable = false;
}

/** A well-formed answer broke an expectation; the run is quarantined whole. */
export class ExpectationError extends OpenRemitError {
  readonly code = "expectation";
  readonly retryable = false;
}
