import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createHttpServer } from "@openremit/shared/runtime";
import { createWeb, type WebOptions } from "@openremit/web";
import { noDesk } from "./memory-desk.ts";

type SceneOptions = Omit<WebOptions, "desk"> & Partial<Pick<WebOptions, "desk">>;

/** The site on a port of its own; nobody reports there unless the test brings a desk. */
export async function serveWeb(options: SceneOptions): Promise<{ origin: string; close(): void }> {
  const web = createWeb({ desk: noDesk, ...options });
  await web.part.start();
  const server = createHttpServer(web.handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
      void web.part.stop();
    },
  };
}
