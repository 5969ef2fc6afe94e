import { createServer, type RequestListener, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { buildProblemOf } from "../contracts/index.ts";
import { createRequestId } from "./request-id.ts";

/** A question fits in a fraction of it. */
const maxHeaderBytes = 8_192;
/** How long whoever is refused may take to read why. */
const partingMs = 1_000;

export interface HttpServerOptions {
  /**
   * A connection on which nothing moves for so long, while an answer is made or sent, is cut; 30 s unless said. A reader who
   * takes a little at a time goes on. Files that are streamed set their own.
   */
  readonly idleMs?: number;
}

/** What Node's parser and timers say, and what it means to whoever sent it. */
const refusals: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    code: "request_timeout",
    status: 408,
    title: "The request took too long to arrive",
    detail: "Header fields must be here within 5 seconds, the whole request within 10.",
  },
  HPE_HEADER_OVERFLOW: {
    code: "header_fields_too_large",
    status: 431,
    title: "The header fields are too large",
    detail: `Address and header fields may have ${maxHeaderBytes} bytes in all.`,
  },
};

const malformed: Refusal = {
  code: "malformed_request",
  status: 400,
  title: "The request is malformed",
  detail: "It is not HTTP as this server reads it.",
};

interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/**
 * An HTTP server that slow or broken clients cannot hold: headers within 5 s, a whole request within 10 s, answers taken
 * without a pause of 30 s, idle connections closed after 65 s (longer than the idle time of common reverse proxies, so that
 * they close first). What never becomes a request is refused with a problem that says why.
 */
export function createHttpServer(handler: RequestListener, { idleMs = 30_000 }: HttpServerOptions = {}): Server {
  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 2_000,
    },
    (request, response) => {
      if (response.socket === null) closeWith(request.socket, response);
      handler(request, response);
    },
  );
  server.timeout = idleMs;
  server.on("clientError", refuse);
  return server;
}

/**
 * For an answer that waits behind another on its connection (pipelining). Once the connection is gone, Node closes the one
 * that was being sent and forgets those behind it, which would keep what they hold for ever.
 */
function closeWith(socket: Socket, response: ServerResponse): void {
  const close = () => {
    if (response.socket === null && !response.writableFinished) response.destroy().emit("close");
  };
  // As many as were asked for; Node would warn of a leak beyond ten.
  socket.setMaxListeners(0).once("close", close);
  response.once("close", () => socket.off("close", close));
}

/** Written by hand: there is no request yet that a response could belong to. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = refusals[error.code ?? ""] ?? malformed;
  const requestId = createRequestId();
  const body = JSON.stringify(
    buildProblemOf(refusal.code, refusal, { detail: refusal.detail, instance: "", requestId }),
  );
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    "content-type: application/problem+json; charset=utf-8",
    "x-content-type-options: nosniff",
    "cache-control: no-store",
    `x-request-id: ${requestId}`,
    "connection: close",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  // A client that never ends its side would hold the connection for ever.
  setTimeout(() => socket.destroy(), partingMs).unref();
}
