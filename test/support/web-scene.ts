import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createHttpServer } from "@openremit/shared/runtime";
import { createWeb, type WebOptions } from "@openremit/web";
import { noDesk } from "./memory-desk.ts";
import { noKeys } from "./memory-keys.ts";
import { noVisits } from "./memory-visits.ts";

type Desks = "desk" | "visitDesk" | "keyRing";
type SceneOptions = Omit<WebOptions, Desks> & Partial<Pick<WebOptions, Desks>>;

/** The site on a port of its own; nobody reports there unless the test brings a desk. */
export async function serveWeb(options: SceneOptions): Promise<{ origin: string; close(): void }> {
  const web = createWeb({ desk: noDesk, visitDesk: noVisits, keyRing: noKeys, ...options });
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
