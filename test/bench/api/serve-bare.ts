import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The least that can answer: one buffer with the headers it is told, whatever is asked. */
process.once("message", async (told: { headers: string[]; body: string }) => {
  const body = Buffer.from(told.body, "base64");
  const server = createServer((_request, response) => {
    response.writeHead(200, told.headers);
    response.end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  process.send?.({ port: (server.address() as AddressInfo).port });
});
