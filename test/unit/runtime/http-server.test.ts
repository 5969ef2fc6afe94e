import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pass } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { problem } from "@openremit/shared/contracts";
import { createHttpServer } from "@openremit/shared/runtime";
import { until } from "../../support/until.ts";

let server: Server;
beforeAll(async () => {
  server = createHttpServer((_request, response) => response.end("answered")).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => void server.close());

const others: { readonly server: Server; readonly sockets: Socket[] }[] = [];
afterEach(() => {
  for (const { server, sockets } of others.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    server.close();
  }
});

/** A server of its own, and clients that send these bytes and then neither read nor hang up. */
async function openSilent(handler: RequestListener, bytes: string, idleMs = 30_000) {
  const server = createHttpServer(handler, { idleMs }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const connected = once(server, "connection");
  const socket = connect({ port: (server.address() as AddressInfo).port, host: "127.0.0.1", allowHalfOpen: true });
  socket
    .on("error", () => undefined)
    .pause()
    .write(bytes);
  others.push({ server, sockets: [socket] });
  await connected;
  return { socket, connections: promisify(server.getConnections.bind(server)) };
}

const longAnswer: RequestListener = (_request, response) => response.end(Buffer.alloc(24 * 1024 * 1024));
const question = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";

/** Everything the server says to these bytes until it closes the connection. */
async function say(bytes: string): Promise<{ head: string; body: string }> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(bytes);
  const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
  return { head, body };
}

describe("what never becomes a request", () => {
  it.each([
    ["a request that never ends", "GET / HTTP/1.1\r\nhost: x\r\n", 408, "Request Timeout", "request_timeout"],
    [
      "an endless header",
      `GET / HTTP/1.1\r\nhost: x\r\ncookie: ${"x".repeat(9_000)}\r\n\r\n`,
      431,
      "Request Header Fields Too Large",
      "header_fields_too_large",
    ],
    ["something else", "HELO openremit\r\n\r\n", 400, "Bad Request", "malformed_request"],
  ])("%s is refused in its own words", async (_case, bytes, status, phrase, code) => {
    const { head, body } = await say(bytes);
    const refusal = problem.strict().parse(JSON.parse(body));
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} ${phrase}\\r\\n`));
    expect(head).toContain("content-type: application/problem+json; charset=utf-8");
    expect(head).toContain("x-content-type-options: nosniff");
    expect(head).toContain(`x-request-id: ${refusal.requestId}`);
    expect(refusal).toMatchObject({ status, code, type: `urn:openremit:problem:${code}`, errors: [] });
    expect(refusal.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("whoever does not hang up", () => {
  it("is let go once the refusal is written", async () => {
    const { socket, connections } = await openSilent(() => undefined, "GET / HTTP/1.1\r\nhost: x\r\n");

    await until(connections, (count) => count === 0, 15_000);
    expect((await text(socket)).slice(0, 12)).toBe("HTTP/1.1 408");
  });

  it("is let go who takes nothing of an answer", async () => {
    const { connections } = await openSilent(longAnswer, question, 300);

    await until(connections, (count) => count === 0);
    expect(await connections()).toBe(0);
  });

  it("gets all of it who takes a little now and then", async () => {
    const idleMs = 800;
    const { socket } = await openSilent(longAnswer, question, idleMs);
    const startedMs = performance.now();
    let bytes = 0;
    for await (const piece of socket) {
      bytes += (piece as Buffer).length;
      if (bytes > 24 * 1024 * 1024) break;
      await pass(Math.ceil((piece as Buffer).length / 8_000));
    }

    expect(bytes).toBeGreaterThan(24 * 1024 * 1024);
    expect(performance.now() - startedMs).toBeGreaterThan(3 * idleMs);
  });
});

describe("answers that wait behind another on a connection", () => {
  it("are closed with it, each once, however many there are", async () => {
    const closed: number[] = [];
    let asked = 0;
    const { socket } = await openSilent((_request, response) => {
      const number = asked++;
      response.on("close", () => closed.push(number));
    }, question.repeat(20));
    await until(() => asked === 20);
    socket.destroy();

    await until(() => closed.length >= 20);
    expect(closed.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, number) => number));
  });

  it("are sent, and closed once, where it stays", async () => {
    const closed: number[] = [];
    let asked = 0;
    const { socket } = await openSilent(
      (_request, response) => {
        const number = asked++;
        response.on("close", () => closed.push(number)).end(`answer ${number}`);
      },
      `${question.repeat(2)}${question.replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n")}`,
    );

    expect((await text(socket)).match(/answer \d/g)).toEqual(["answer 0", "answer 1", "answer 2"]);
    expect(closed).toEqual([0, 1, 2]);
  });
});
