import {
  type ErrorDetails,
  SourceHttpError,
  SourceLimitedError,
  SourceRefusedError,
  SourceShapeError,
} from "../domain/index.ts";
import type { Answer } from "./answer.ts";
import { parseRetryAfter } from "./retry-after.ts";
import { leadsToLogin, wallIn } from "./wall.ts";

/** What in the headers decides. */
export interface VerdictHeaders {
  header(name: string): string | null;
}

const refusals = new Set([401, 403, 407, 451]);

/**
 * Passes an answer that may be parsed: 2xx, or a status the adapter knows a meaning for. A refusal stays a refusal
 * whatever an adapter accepts (METHOD 10).
 *
 * @throws SourceLimitedError on 429, with `retryAfterMs` where the source said for how long.
 * @throws SourceRefusedError on 401, 403, 407, 451, on a bot challenge, and on a captcha or login page that comes with
 *   a status nobody expects, or that a redirect leads to.
 * @throws SourceHttpError on 5xx and 408, with `retryAfterMs` where the source said so.
 * @throws SourceShapeError on a redirect and on any other status.
 */
export function assertAcceptable(answer: Answer, headers: VerdictHeaders): void {
  const { status, request } = answer;
  const details: Record<string, unknown> = { url: request.url, status, answerSha256: answer.bodySha256 };
  const retryAfterMs = parseRetryAfter(headers.header("retry-after"), new Date(answer.fetchedAt));
  const { host } = new URL(request.url);
  if (status === 429) throw new SourceLimitedError(`${host} asks to slow down`, withWait(details, retryAfterMs));
  if (refusals.has(status)) throw new SourceRefusedError(`${host} refuses us with ${status}`, { details });
  if (isChallenge(headers)) throw new SourceRefusedError(`${host} wants a captcha`, { details });
  if ((status >= 200 && status < 300) || request.acceptStatuses?.includes(status)) return;
  if (status >= 500 || status === 408) {
    throw new SourceHttpError(`${host} answered ${status}`, withWait(details, retryAfterMs));
  }
  const wall = wallIn(answer.body);
  if (wall !== null) throw new SourceRefusedError(`${host} shows a ${wall}`, { details });
  if (status >= 300 && status < 400) {
    const location = headers.header("location");
    if (leadsToLogin(location, request.url)) {
      throw new SourceRefusedError(`${host} redirects to a login page`, { details: { ...details, location } });
    }
    throw new SourceShapeError(`${host} redirects elsewhere`, { details: { ...details, location } });
  }
  throw new SourceShapeError(`${host} answered ${status}`, { details });
}

function withWait(details: ErrorDetails, retryAfterMs: number | null): { details: ErrorDetails } {
  return { details: retryAfterMs === null ? details : { ...details, retryAfterMs } };
}

/** Cloudflare and AWS WAF mark their captcha pages, which may come with any status. */
function isChallenge({ header }: VerdictHeaders): boolean {
  return header("cf-mitigated") === "challenge" || /^(captcha|challenge)$/.test(header("x-amzn-waf-action") ?? "");
}
