import { SourceRefusedError, SourceShapeError } from "@openremit/shared/domain";
import { type Answer, wallIn } from "@openremit/shared/http";

/**
 * The failure of a visit by its right name: what could not be read because it is a captcha or a login page is a refusal,
 * whatever its status was. Anything else stays what it is.
 */
export function namedFailure(error: unknown, answers: readonly Answer[]): unknown {
  if (!(error instanceof SourceShapeError)) return error;
  for (const { request, status, body, bodySha256 } of answers) {
    const wall = wallIn(body);
    if (wall === null) continue;
    const details = { url: request.url, status, answerSha256: bodySha256 };
    return new SourceRefusedError(`${new URL(request.url).host} shows a ${wall}`, { cause: error, details });
  }
  return error;
}
