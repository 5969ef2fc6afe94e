import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { problem } from "@openremit/shared/contracts";
import { createHttpServer } from "@openremit/shared/runtime";

jest.setTimeout(20_000);

let server: Server;
beforeAll(async () => {
  server = createHttpServer((_request, response) => response.end("answered")).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => void server.close());

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
