import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { Encoding } from "@openremit/shared/serving";
import type { OpenedFile } from "./define-stream-route.ts";

/** The trailing header that only a whole file has: the hash of the file, before any compression on its way. */
export const checksumField = "X-Checksum-SHA256";
/** A reader that takes nothing for so long has left, whatever its connection says. */
const idleMs = 120_000;

/** The least that a reader takes who is waited for: whoever takes a byte now and then holds a place that others want. */
export interface Pace {
  readonly bytes: number;
  readonly everyMs: number;
}

/** 2 KB a second; over so long a time, as a connection moves in leaps where a program reads slowly. */
const usualPace: Pace = { bytes: 262_144, everyMs: 120_000 };
/** What is handed to the socket at once: how much of it was taken is only known when all was. */
const sliceBytes = 16_384;
/** A million rows over a slow line; nobody holds a place longer. */
const longestMs = 3_600_000;

/** Made once and sent once: the cheap end of each scale. */
const compressors = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip({ level: 5 }),
};

/**
 * Sends a file as it is made, no faster than it is taken. A reader that leaves ends the work at once, and one that takes
 * too little is hung up on. Where the work fails the connection is reset: without the last chunk and the checksum after
 * it, what came can never look whole.
 *
 * @returns how it ended, where nothing failed.
 */
export async function sendFile(
  opened: OpenedFile,
  response: ServerResponse,
  { encoding, pace = usualPace }: { readonly encoding: Encoding; readonly pace?: Pace | undefined },
): Promise<"whole" | "left"> {
  // Whoever left while the file was opened is heard of no more.
  const state: Sending = { failure: null, hasLeft: response.destroyed };
  const reset = () => void response.socket?.resetAndDestroy();
  const deadline = setTimeout(reset, longestMs);
  const watch = watchPace(response, pace, reset);
  response.setTimeout(idleMs, reset);
  response.once("close", () => {
    state.hasLeft = state.failure === null && !response.writableFinished;
    void opened.abandon();
  });
  response.flushHeaders();
  const pieces = piecesOf(opened, response, state);
  try {
    if (encoding === "identity") await pipeline(pieces, response);
    else await pipeline(pieces, compressors[encoding](), response);
    return "whole";
  } catch (error) {
    if (state.hasLeft) return "left";
    throw state.failure ?? error;
  } finally {
    clearTimeout(deadline);
    clearInterval(watch);
    await opened.abandon();
  }
}

/**
 * Looks at readers only who have something to take: it may be we who are slow. An answer has no socket before those that
 * were asked for earlier on its connection are through.
 */
function watchPace(response: ServerResponse, { bytes, everyMs }: Pace, tellSlow: () => void): NodeJS.Timeout {
  let before = 0;
  return setInterval(() => {
    const { socket } = response;
    const waiting = socket?.writableLength ?? 0;
    const taken = (socket?.bytesWritten ?? 0) - waiting;
    if (waiting > 0 && taken - before < bytes) tellSlow();
    before = taken;
  }, everyMs);
}

interface Sending {
  /** What went wrong on our side. */
  failure: unknown;
  /** The reader went first. */
  hasLeft: boolean;
}

async function* piecesOf(opened: OpenedFile, response: ServerResponse, state: Sending) {
  const hash = createHash("sha256");
  try {
    for await (const piece of opened.pieces) {
      const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
      hash.update(bytes);
      for (let at = 0; at < bytes.length; at += sliceBytes) yield bytes.subarray(at, at + sliceBytes);
    }
    await opened.finish();
  } catch (error) {
    if (!state.hasLeft) state.failure = error;
    response.socket?.resetAndDestroy();
    throw error;
  }
  if (response.hasHeader("trailer")) response.addTrailers({ [checksumField]: hash.digest("hex") });
}
