import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

const embedHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'none'"],
      frameAncestors: ["*"],
      baseUri: ["'none'"],
    },
  },
  frameguard: false,
  crossOriginResourcePolicy: { policy: "cross-origin" },
  // A page that is isolated from others frames only what is isolated itself.
  crossOriginEmbedderPolicy: { policy: "require-corp" },
  crossOriginOpenerPolicy: false,
  // Said of a whole origin, and frames that a host shuts off are of none.
  originAgentCluster: false,
  referrerPolicy: { policy: "no-referrer" },
});

/** What other people's pages show may be framed, loaded and read by all of them, and can do even less than our own pages. */
export function setEmbedFields(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  response.setHeader("access-control-allow-origin", "*");
  embedHeaders(request, response, next);
}
