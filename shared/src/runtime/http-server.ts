import { createServer, type RequestListener, type Server } from "node:http";

/** A question fits in a fraction of it. */
const maxHeaderBytes = 8_192;

/**
 * An HTTP server that slow or broken clients cannot hold: headers within 5 s, a whole request within 10 s, idle
 * connections closed after 65 s (longer than the idle time of common reverse proxies, so that they close first).
 */
export function createHttpServer(handler: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 2_000,
    },
    handler,
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : "400 Bad Request";
    const body = JSON.stringify({
      type: "urn:openremit:problem:malformed_request",
      title: "The request is malformed",
      status: error.code === "HPE_HEADER_OVERFLOW" ? 431 : 400,
      detail: "It is not HTTP as this server reads it.",
      instance: "",
      code: "malformed_request",
      requestId: "",
      errors: [],
    });
    const head = `HTTP/1.1 ${status}\r\ncontent-type: application/problem+json\r\ncache-control: no-store\r\n`;
    socket.end(`${head}connection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  });
  return server;
}
