import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import type { SourceAccess } from "@openremit/shared/http";
import axios from "axios";
import type { Call } from "./collect-all.ts";

/** Asks one call over a kept connection and reads its answer to the end. */
export type Ask = (call: Call, sandboxUrl: string, agent: Agent) => Promise<void>;

/**
 * A bare loop of the same calls, from the same process: each asked and read to its end, no more at once than each source
 * allows, with nothing around it: nothing is planned, parsed, checked, hashed, kept or queued. Seconds.
 */
export async function askBare(sandboxUrl: string, calls: readonly Call[], ask: Ask): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const lines = new Map<SourceAccess, Call[]>();
  for (const call of calls) {
    const line = lines.get(call.source);
    if (line === undefined) lines.set(call.source, [call]);
    else line.push(call);
  }
  const askers = [...lines].flatMap(([{ limits }, line]) =>
    Array.from({ length: limits.concurrency }, async () => {
      for (let call = line.shift(); call !== undefined; call = line.shift()) await ask(call, sandboxUrl, agent);
    }),
  );
  const startedAt = performance.now();
  await Promise.all(askers);
  const seconds = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  return seconds;
}

/** With Node's own HTTP client: the least one can do. */
export const askByNode: Ask = async ({ source, request: asked }, sandboxUrl, agent) => {
  const { pathname, search } = new URL(asked.url);
  const { method, headers } = asked;
  const outgoing = request(`${sandboxUrl}/${source.key}${pathname}${search}`, { method, headers, agent });
  outgoing.end(asked.body);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  response.resume();
  await once(response, "end");
};

/** With the collector's HTTP client, as its own manual has it. */
export const askByAxios: Ask = async ({ source, request: asked }, sandboxUrl, agent) => {
  const { pathname, search } = new URL(asked.url);
  const { method, headers, body } = asked;
  await axios.request({
    url: `${sandboxUrl}/${source.key}${pathname}${search}`,
    method,
    headers: { ...headers },
    ...(body !== undefined && { data: body }),
    responseType: "arraybuffer",
    httpAgent: agent,
    validateStatus: () => true,
  });
};
