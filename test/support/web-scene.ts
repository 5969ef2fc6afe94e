import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createHttpServer } from "@openremit/shared/runtime";
import { createWeb, type WebOptions } from "@openremit/web";

/** The page on a port of its own. */
export async function serveWeb(options: WebOptions): Promise<{ origin: string; close(): void }> {
  const server = createHttpServer(createWeb(options)).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
