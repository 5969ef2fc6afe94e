import type { IncomingMessage } from "node:http";
import accepts from "accepts";

const remembered = new Map<string, boolean>();
const mostRemembered = 500;

/** Whether Accept allows JSON, by its weights (RFC 9110). Clients send few different ones, so each is read once. */
export function takesJson(request: IncomingMessage): boolean {
  const { accept = "*/*" } = request.headers;
  const known = remembered.get(accept);
  if (known !== undefined) return known;
  const takes = accepts(request).types(["application/json", "application/problem+json"]) !== false;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(accept, takes);
  return takes;
}
