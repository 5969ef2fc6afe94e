import type { IncomingMessage, RequestListener } from "node:http";

const apiPaths = ["/v1", "/healthz", "/readyz", "/metrics", "/openapi.json", "/docs"];

/** Whoever asks from this machine itself, with no proxy between. */
const loopback = /^(::ffff:)?127\.|^::1$/;

/**
 * One address for both services, as a reverse proxy does it in production: the API's paths to the API, the rest to the
 * site. Figures are for whoever runs this copy.
 */
export function createFront(api: RequestListener, web: RequestListener): RequestListener {
  return (request, response) => {
    const path = pathOf(request.url ?? "/");
    const isApi = apiPaths.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
    const mayAnswer = path !== "/metrics" || isOwn(request);
    (isApi && mayAnswer ? api : web)(request, response);
  };
}

function isOwn({ socket, headers }: IncomingMessage): boolean {
  const isForwarded = ["x-forwarded-for", "forwarded", "via"].some((name) => headers[name] !== undefined);
  return !isForwarded && loopback.test(socket.remoteAddress ?? "");
}

/**
 * The path also of a target in absolute form, as proxies ask, and of one that begins with several slashes: API and site
 * refuse those in their own ways.
 */
function pathOf(target: string): string {
  const address = target.startsWith("/") ? `http://front${target.replace(/^\/+/, "/")}` : target;
  return URL.canParse(address) ? new URL(address).pathname : target;
}
