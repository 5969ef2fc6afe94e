import { once, setMaxListeners } from "node:events";
import { createServer } from "node:http";
import type { TariffConfig } from "@openremit/shared/contracts";
import { ConfigError, DomainError } from "@openremit/shared/domain";
import type { Clock, Logger, Part } from "@openremit/shared/runtime";
import { createApp } from "./create-app.ts";
import { createFaultBook, type Fault } from "./faults.ts";
import { simulatedSources } from "./sources/index.ts";
import { simulateTariff } from "./tariff-document.ts";

export interface SandboxOptions {
  /** 0: a free one. */
  readonly port: number;
  /** `127.0.0.1` unless said: whoever reaches the sandbox can put faults on it. */
  readonly host?: string;
  /** The same seed and clock give the same bytes. */
  readonly seed: string;
  /** Their documents are simulated beside the sources. None unless said. */
  readonly tariffs?: Iterable<TariffConfig>;
  readonly clock: Clock;
  readonly logger?: Logger;
}

export interface Sandbox extends Part {
  /** Known once started. A source's pages are below `<url>/<source key>`. */
  readonly url: string;
  setFault(source: string, fault: Fault | null): void;
}

/** Simulated providers and rate publishers behind one real port. A sandbox starts and stops once. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { port, host = "127.0.0.1", seed, clock, logger } = options;
  const documents = [...(options.tariffs ?? [])].map(simulateTariff);
  const sources = new Map([...simulatedSources, ...documents.map((document) => [document.key, document] as const)]);
  const faults = createFaultBook(new Set(sources.keys()));
  const stopping = new AbortController();
  // Every slow answer listens, and there may be any number.
  setMaxListeners(0, stopping.signal);
  const app = createApp({ sources, faults, seed, clock, stopping: stopping.signal }, logger);
  const server = createServer(app);

  return {
    name: "sandbox",
    get url() {
      const address = server.address();
      if (address === null || typeof address === "string") throw new DomainError("the sandbox has no address yet");
      return `http://${address.address.includes(":") ? `[${address.address}]` : address.address}:${address.port}`;
    },
    setFault: faults.set,
    async start() {
      server.listen(port, host);
      try {
        await once(server, "listening");
      } catch (cause) {
        throw new ConfigError(`the sandbox cannot listen on ${host}:${port}; set SANDBOX_PORT to a free port`, {
          cause,
        });
      }
      logger?.info({ url: this.url, sources: [...sources.keys()] }, "sandbox answers with simulated prices");
    },
    async stop() {
      stopping.abort();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
