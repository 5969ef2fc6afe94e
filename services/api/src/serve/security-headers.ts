import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

const securityHeaders = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  crossOriginResourcePolicy: { policy: "cross-origin" },
  frameguard: { action: "deny" },
  referrerPolicy: { policy: "no-referrer" },
});

/** The documentation page runs its own script and style, from its own address, and nothing else. */
export const docsSecurityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: "deny" },
  referrerPolicy: { policy: "no-referrer" },
});

const openToAllPages = new Map([
  ["access-control-allow-origin", "*"],
  [
    "access-control-expose-headers",
    "Accept-Ranges, Content-Disposition, Content-Range, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id",
  ],
]);

/**
 * An answer of data embeds nothing and is framed by nobody, and any page may read it: it is public and says nothing
 * about who asks. So may it read a refusal, or it would take it for a broken network.
 */
export function setDataFields(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  response.setHeaders(openToAllPages);
  securityHeaders(request, response, next);
}
