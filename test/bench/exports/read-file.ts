import { get, type IncomingMessage } from "node:http";
import { createSink } from "./copy-out.ts";

export interface ReadExport {
  readonly seconds: number;
  readonly firstByteMs: number;
  readonly bytes: number;
  /** Ended with the last chunk and the checksum after it. */
  readonly isWhole: boolean;
}

/** A file that was asked for and not given. */
export class FileRefused extends Error {
  constructor(
    url: string,
    readonly status: number | undefined,
  ) {
    super(`${url} was answered with ${status}`);
  }
}

/**
 * Reads a file to its end and throws it away.
 *
 * @param pauseMs how long a slow reader rests after each piece.
 * @throws FileRefused where it is answered with anything but 200.
 */
export async function readFile(url: string, pauseMs = 0, longestMs = Number.POSITIVE_INFINITY): Promise<ReadExport> {
  const startedAt = performance.now();
  const answer = await ask(url);
  const { sink, stream } = createSink();
  let firstByteMs = 0;
  answer.once("data", () => {
    firstByteMs = performance.now() - startedAt;
  });
  if (pauseMs > 0) await readSlowly(answer, pauseMs, startedAt + longestMs);
  else {
    answer.on("error", () => undefined).pipe(stream);
    await new Promise((resolve) => answer.once("close", resolve));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const isWhole = answer.complete && answer.trailers["x-checksum-sha256"] !== undefined;
  answer.destroy();
  return { seconds, firstByteMs, bytes: sink.bytes, isWhole };
}

/** Milliseconds until the first byte of a file, of which no more is read. */
export async function measureFirstByte(url: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await ask(url);
  await new Promise((resolve) => answer.once("data", resolve));
  const firstByteMs = performance.now() - startedAt;
  answer.destroy();
  return firstByteMs;
}

async function readSlowly(answer: IncomingMessage, pauseMs: number, until: number): Promise<void> {
  for await (const _piece of answer) {
    if (performance.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

function ask(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, (answer) => {
      if (answer.statusCode === 200) resolve(answer);
      else reject(new FileRefused(url, answer.statusCode));
    }).on("error", reject);
  });
}
