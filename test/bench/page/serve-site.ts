import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createHttpServer, createLogger, systemClock } from "@openremit/shared/runtime";
import { constantly } from "@openremit/shared/serving";
import { createWeb, type WebOptions } from "@openremit/web";
import { sceneCatalog } from "../../support/comparison-scene.ts";
import { noDesk } from "../../support/memory-desk.ts";
import { noKeys } from "../../support/memory-keys.ts";
import { noVisits } from "../../support/memory-visits.ts";
import { openBenchComparison } from "./bench-comparison.ts";

/** What a measurement wants served: the site, or by the same stack a page that is always this text. */
export interface Wanted {
  readonly constant: string | null;
}

/** Says its port, and whenever it is asked from then on how much CPU it took. */
process.once("message", async ({ constant }: Wanted) => {
  const comparison = await openBenchComparison();
  const web = createWeb({
    catalog: sceneCatalog,
    comparison,
    desk: noDesk,
    visitDesk: noVisits,
    keyRing: noKeys,
    mode: "simulated",
    clock: systemClock,
    logger: createLogger("bench", { level: "warn" }),
    requestsPerMinute: 1_000_000_000,
    ...(constant === null ? {} : { pages: constantPage(constant) }),
  });
  await web.part.start();
  const server = createHttpServer(web.handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicros: user + system });
  });
  process.send?.({ port: (server.address() as AddressInfo).port });
});

function constantPage(text: string): NonNullable<WebOptions["pages"]> {
  const { answer: _, ...life } = constantly(null);
  return [
    { path: "/:corridor", answer: () => ({ kind: "text", contentType: "text/html; charset=utf-8", text, life }) },
  ];
}
