import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { ConfigError } from "../domain/index.ts";
import { errorCodeOf } from "./error-code.ts";
import { createHttpServer } from "./http-server.ts";
import type { Part } from "./lifecycle.ts";

/** Where to listen. */
export interface WantedAddress {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Whether a taken port is an error; else a free one is chosen. Insisted unless said. */
  readonly insisted?: boolean;
  /** What an operator sets to mend it: PORT and HOST unless said. */
  readonly variables?: { readonly port: string; readonly host: string };
}

const usualVariables = { port: "PORT", host: "HOST" };

export interface Listening {
  readonly url: string;
  /** The wanted port, where it was taken and another one was chosen. */
  readonly movedFrom: number | null;
  stop(): Promise<void>;
}

/**
 * Listens with the hardened server.
 *
 * @throws ConfigError where a port that is insisted on is taken, or the address is not ours to listen on.
 */
export async function listen(listener: RequestListener, wanted: WantedAddress): Promise<Listening> {
  const server = createHttpServer(listener);
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
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
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
