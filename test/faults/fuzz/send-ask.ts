import { Agent, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Ask } from "./ask-arbitrary.ts";

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly ms: number;
}

/** Longest an answer may take, its last byte included, before it counts as a hang. */
const patienceMs = 20_000;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/**
 * Sends one request as it is: nothing tidies its path first.
 *
 * @throws Error where no whole answer comes.
 */
export function sendAsk(origin: string, { method, target, headers, body }: Ask): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request({ agent, hostname, port, method, path: target, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => void pieces.push(piece));
      answer.on("error", reject);
      answer.on("end", () => {
        clearTimeout(timer);
        resolve({
          status: answer.statusCode ?? 0,
          contentType: answer.headers["content-type"] ?? "",
          text: decoded(Buffer.concat(pieces), answer.headers["content-encoding"]).toString("utf8"),
          ms: performance.now() - started,
        });
      });
    });
    const timer = setTimeout(() => asked.destroy(new Error(`no answer in ${patienceMs} ms`)), patienceMs);
    asked.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    asked.end(body ?? undefined);
  });
}

function decoded(bytes: Buffer, coding: string | undefined): Buffer {
  if (bytes.length === 0 || coding === undefined) return bytes;
  return coding === "br" ? brotliDecompressSync(bytes) : gunzipSync(bytes);
}
