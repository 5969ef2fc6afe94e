import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { ConfigError } from "@openremit/shared/domain";

export interface Listening {
  readonly url: string;
  readonly movedFrom: number | null;
  stop(): Promise<void>;
}

/** The port to listen on, and whether somebody insists on it. */
export interface WantedPort {
  readonly port: number;
  readonly insisted: boolean;
}

/** Listens on the loopback interface. A taken port is a ConfigError when it was insisted on, else a free one is chosen. */
export async function listen(listener: RequestListener, wanted: WantedPort): Promise<Listening> {
  const server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 }, listener);
  const got = (await tryPort(server, wanted.port)) ? wanted.port : null;
  if (got === null && wanted.insisted) {
    throw new ConfigError(`port ${wanted.port} is taken. Stop what listens there, or set PORT to another one.`);
  }
  if (got === null) await tryPort(server, 0);
  const address = server.address();
  if (address === null || typeof address === "string") throw new ConfigError("the system gave no TCP port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    movedFrom: got === null ? wanted.port : null,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function tryPort(server: Server, port: number): Promise<boolean> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return false;
    throw error;
  }
}
