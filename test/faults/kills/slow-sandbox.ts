import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { createSandbox } from "@openremit/sandbox";
import { loadCatalog } from "@openremit/shared/catalog";
import { systemClock } from "@openremit/shared/runtime";

/** The simulated sources behind a line on which every answer takes its time, so that collecting lasts. */
export async function openSlowSandbox(delayMs: number) {
  const tariffs = loadCatalog("config").tariffs.values();
  const sandbox = createSandbox({ port: 0, seed: "kills", tariffs, clock: systemClock });
  await sandbox.start();
  let waitMs = delayMs;
  const line = createServer((asked, answer) => {
    const { method, url = "/", headers } = asked;
    const pass = () => {
      if (!line.listening) return;
      const passed = request(`${sandbox.url}${url}`, { method, headers }, (said) => {
        answer.writeHead(said.statusCode ?? 502, said.headers);
        said.pipe(answer);
      });
      passed.on("error", () => answer.destroy());
      asked.pipe(passed);
    };
    setTimeout(pass, waitMs);
  });
  await once(line.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    /** From now on every answer comes at once. */
    hurry() {
      waitMs = 0;
    },
    async close() {
      line.closeAllConnections();
      line.close();
      await sandbox.stop();
    },
  };
}
