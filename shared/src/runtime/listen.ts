import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { ConfigError } from "../domain/index.ts";
import { errorCodeOf } from "./error-code.ts";
import { createHttpServer } from "./http-server.ts";
import type { Part } from "./lifecycle.ts";
import { within } from "./within.ts";

/** Where to listen. */
export interface WantedAddress {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Whether a taken port is an error; else a free one is chosen. Insisted unless said. */
  readonly insisted?: boolean;
  /** What an operator sets to mend it: PORT and HOST unless said. */
  readonly variables?: { readonly port: string; readonly host: string };
  /** How long answers under way may take when it stops; two seconds unless said. */
  readonly drainMs?: number;
}

/** Longer than any answer but an export, and within the time that whoever stops us allows. */
const usualDrainMs = 2_000;

/** A connection whose answer ended while stopping waits no longer for another question. */
const lookEveryMs = 20;

const usualVariables = { port: "PORT", host: "HOST" };

export interface Listening {
  readonly url: string;
  /** The wanted port, where it was taken and another one was chosen. */
  readonly movedFrom: number | null;
  /** Takes no more connections, lets answers under way end, and after `drainMs` cuts off what is left. */
  stop(): Promise<void>;
}

/**
 * Listens with the hardened server.
 *
 * @throws ConfigError where a port that is insisted on is taken, or the address is not ours to listen on.
 */
export async function listen(listener: RequestListener, wanted: WantedAddress): Promise<Listening> {
  let isStopping = false;
  const server = createHttpServer((request, response) => {
    if (isStopping) response.shouldKeepAlive = false;
    listener(request, response);
  });
  const isFree = await tryPort(server, wanted, wanted.port);
  if (!isFree && wanted.insisted !== false) {
    const { port } = wanted.variables ?? usualVariables;
    throw new ConfigError(`port ${wanted.port} is taken. Stop what listens there, or set ${port} to another one.`);
  }
  if (!isFree) await tryPort(server, wanted, 0);
  const address = server.address();
  if (address === null || typeof address === "string") throw new ConfigError("the system gave no TCP port");
  const host = address.address.includes(":") ? `[${address.address}]` : address.address;
  return {
    url: `http://${host}:${address.port}`,
    movedFrom: isFree ? null : wanted.port,
    stop: async () => {
      isStopping = true;
      const closed = once(server, "close");
      server.close();
      const hangUp = setInterval(() => server.closeIdleConnections(), lookEveryMs);
      if (!(await within(wanted.drainMs ?? usualDrainMs, closed))) server.closeAllConnections();
      clearInterval(hangUp);
      await closed;
    },
  };
}

/** The same as a part: it listens from its start to its stop. */
export function createListenerPart(listener: RequestListener, wanted: WantedAddress, say: (url: string) => void): Part {
  let listening: Listening | null = null;
  return {
    name: "http server",
    async start() {
      listening = await listen(listener, wanted);
      say(listening.url);
    },
    stop: async () => listening?.stop(),
  };
}

const operatorMistakes: ReadonlyMap<string, (names: typeof usualVariables) => string> = new Map([
  [
    "EADDRNOTAVAIL",
    ({ host }) => `this machine has no such address. Set ${host} to one it has, or to 0.0.0.0 for all.`,
  ],
  [
    "ENOTFOUND",
    ({ host }) => `no such host is known. Set ${host} to an address of this machine, or to 0.0.0.0 for all.`,
  ],
  [
    "EAI_AGAIN",
    ({ host }) => `its name cannot be looked up. Set ${host} to an address of this machine, or to 0.0.0.0 for all.`,
  ],
  ["EACCES", ({ port }) => `this user may not listen there. Set ${port} to one above 1023.`],
]);

async function tryPort(server: Server, { host, variables }: WantedAddress, port: number): Promise<boolean> {
  server.listen(port, host);
  try {
    await once(server, "listening");
    return true;
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === "EADDRINUSE") return false;
    const why = operatorMistakes.get(code ?? "");
    if (why === undefined) throw error;
    const fix = why(variables ?? usualVariables);
    throw new ConfigError(`cannot listen on ${host}, port ${port}: ${fix}`, { cause: error });
  }
}
