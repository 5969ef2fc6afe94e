import type { OpenRemitError } from "@openremit/shared/domain";

/** What to do about each kind of failure. */
const advice: Partial<Record<OpenRemitError["code"], string>> = {
  source_shape: "Compare the answer with the adapter's schema; --record keeps it.",
  source_refused: "Stop asking, and read the source's terms before you try again.",
  source_limited: "Wait as long as it says; nobody asks meanwhile.",
  source_http: "Try again later.",
  expectation: "The run would be set aside whole: see which rule is broken.",
};

/** What went wrong, where it came from, and what to do. */
export function errorLines(failure: OpenRemitError): readonly string[] {
  const cause = failure.cause instanceof Error ? [`  because: ${failure.cause.message}`] : [];
  const what = advice[failure.code];
  return [`✗ ${failure.message}`, ...cause, ...(what === undefined ? [] : [`  ${what}`])];
}
