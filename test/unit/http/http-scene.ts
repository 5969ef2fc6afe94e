import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, createHttpClient, type HttpClient, type HttpClientOptions } from "@openremit/shared/http";
import { createLogger } from "@openremit/shared/runtime";

export const noon = new Date("2026-03-02T12:00:00.000Z");

export const source = {
  key: "examplepay",
  origins: ["https://api.example.org"],
  limits: { max: 100, perSeconds: 1, concurrency: 4, perDay: 1000 },
};

export interface Scene {
  readonly client: HttpClient;
  readonly snapshots: Answer[];
  /** Moves the clock. */
  wait(ms: number): void;
}

/** A client of a fixed clock that remembers every snapshot. */
export function createScene(options: Partial<HttpClientOptions> = {}): Scene {
  const snapshots: Answer[] = [];
  let nowMs = noon.getTime();
  const client = createHttpClient({
    mode: "real",
    contact: "ops@example.org",
    version: "1.2.3",
    logger: createLogger("test", { level: "silent" }),
    clock: { now: () => new Date(nowMs) },
    saveSnapshot: async (answer) => void snapshots.push(answer),
    ...options,
  });
  return {
    client,
    snapshots,
    wait(ms) {
      nowMs += ms;
    },
  };
}

export interface LocalServer {
  readonly url: string;
  readonly asked: string[];
  close(): Promise<void>;
}

/** A real server on loopback that answers with `listener`, and remembers what it was asked. */
export async function listenLocally(listener: RequestListener): Promise<LocalServer> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
