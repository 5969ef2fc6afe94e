import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, it } from "@jest/globals";
import { createHttpServer } from "@openremit/shared/runtime";
import { type Pace, sendFile } from "../../services/api/src/streams/send-file.ts";
import { until } from "../support/until.ts";

const megabyte = Buffer.alloc(1_048_576, "x");
const fileMegabytes = 24;
const ended: string[] = [];
const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers) close();
});

/** A server that sends one file of many megabytes: its pieces as they come, to whoever takes this much. At /late it is slow. */
async function serve(pace: Pace, pauseMs = 0): Promise<string> {
  const server = createHttpServer(async ({ url }, response) => {
    if (url === "/late") return void setTimeout(() => response.end(), 200);
    if (url === "/left") await once(response, "close");
    const pieces = (async function* () {
      for (let sent = 0; sent < fileMegabytes; sent += 1) {
        if (pauseMs > 0 && sent < 3) await delay(pauseMs);
        yield megabyte;
      }
    })();
    const nothing = async () => undefined;
    const sending = sendFile({ pieces, finish: nothing, abandon: nothing }, response, { encoding: "identity", pace });
    sending.then(
      (how) => ended.push(how),
      (error: Error) => ended.push(error.message),
    );
  }).listen(0, "127.0.0.1");
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function open(url: string): Promise<IncomingMessage> {
  const [answer] = (await once(request(url, { agent: false }).end(), "response")) as [IncomingMessage];
  return answer.on("error", () => undefined);
}

async function readAll(answer: IncomingMessage, pauseMs = 0): Promise<number> {
  let bytes = 0;
  try {
    for await (const piece of answer) {
      bytes += (piece as Buffer).length;
      if (pauseMs > 0 && bytes < 4_000_000) await delay(pauseMs);
    }
  } catch {
    // Cut off: what came is counted.
  }
  return bytes;
}

describe("a reader of a file", () => {
  it("who takes a byte now and then is hung up on, and the work is over", async () => {
    ended.length = 0;
    const answer = await open(await serve({ bytes: 65_536, everyMs: 150 }));
    const sip = setInterval(() => answer.read(1), 20);
    await until(() => ended.length === 1);
    clearInterval(sip);

    expect(ended).toEqual(["left"]);
    expect(await readAll(answer)).toBeLessThan(fileMegabytes * megabyte.length);
  });

  it("who takes nothing is hung up on, also where an earlier answer was still on its way", async () => {
    ended.length = 0;
    const { hostname, port } = new URL(await serve({ bytes: 65_536, everyMs: 150 }));
    const reader = connect(Number.parseInt(port, 10), hostname).pause();
    reader.on("error", () => undefined);
    for (const path of ["/late", "/"]) reader.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
    await until(() => ended.length === 1);
    reader.destroy();

    expect(ended).toEqual(["left"]);
  });

  it("who left before there was a file is no fault of ours", async () => {
    ended.length = 0;
    const { hostname, port } = new URL(await serve({ bytes: 65_536, everyMs: 150 }));
    const reader = connect(Number.parseInt(port, 10), hostname, () => {
      reader.end("GET /left HTTP/1.1\r\nhost: x\r\n\r\n", () => reader.destroy());
    });
    await until(() => ended.length === 1);

    expect(ended).toEqual(["left"]);
  });

  it("who is slow but takes enough gets all of it", async () => {
    ended.length = 0;
    const answer = await open(await serve({ bytes: 65_536, everyMs: 1_000 }));

    expect(await readAll(answer, 5)).toBe(fileMegabytes * megabyte.length);
    await until(() => ended.length === 1);
    expect(ended).toEqual(["whole"]);
  });

  it("who waits for us is not the slow one", async () => {
    ended.length = 0;
    const answer = await open(await serve({ bytes: 1, everyMs: 100 }, 400));

    expect(await readAll(answer)).toBe(fileMegabytes * megabyte.length);
    await until(() => ended.length === 1);
    expect(ended).toEqual(["whole"]);
  });
});
