import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

const apiPaths = ["/v1", "/healthz", "/readyz", "/metrics", "/openapi.json", "/docs"];

/** One address for both services, as a reverse proxy does it in production: the API's paths to the API, the rest to the site. */
export function createFront(api: RequestListener, web: RequestListener): RequestListener {
  return (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const isApi = apiPaths.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
    (isApi ? api : web)(request, response);
  };
}
