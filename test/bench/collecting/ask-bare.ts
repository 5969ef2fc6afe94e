import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import type { SourceAccess } from "@openremit/shared/http";
import type { Call } from "./collect-all.ts";

/** The least one can do with the same calls: each asked over a kept connection and read to its end, no more at once than each source allows. Seconds. */
export async function askBare(sandboxUrl: string, calls: readonly Call[]): Promise<number> {
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

async function ask({ source, request: asked }: Call, sandboxUrl: string, agent: Agent): Promise<void> {
  const { pathname, search } = new URL(asked.url);
  const { method, headers } = asked;
  const outgoing = request(`${sandboxUrl}/${source.key}${pathname}${search}`, { method, headers, agent });
  outgoing.end(asked.body);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  response.resume();
  await once(response, "end");
}
