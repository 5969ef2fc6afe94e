import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import type { Mode } from "../runtime/index.ts";

export interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

/**
 * Connections kept alive between visits. In real mode they refuse every address that is not on the public internet,
 * after its name was looked up, so that a name cannot point us at our own network. In simulated mode everything goes to
 * the sandbox, which is on loopback or beside us.
 */
export function createAgents(mode: Mode): Agents {
  // As axios sets it: with another value every request would tell the kernel twice.
  const options = { keepAlive: true, keepAliveMsecs: 60_000, maxFreeSockets: 4 };
  // All sources stand at the sandbox's one address.
  const simulated = { ...options, maxFreeSockets: 100 };
  if (mode === "simulated") return { httpAgent: new HttpAgent(simulated), httpsAgent: new HttpsAgent(simulated) };
  return {
    httpAgent: new RequestFilteringHttpAgent(options),
    httpsAgent: new RequestFilteringHttpsAgent(options),
  };
}

/** Whether a connection failed because the guard refused the address. The library says so in words only. */
export function isGuardRefusal(message: string): boolean {
  return /^DNS lookup .* is not allowed\. Because/.test(message);
}
