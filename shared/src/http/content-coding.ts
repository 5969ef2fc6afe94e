import { promisify } from "node:util";
import { brotliDecompress, gunzip } from "node:zlib";
import { SourceHttpError, SourceShapeError } from "../domain/index.ts";

/** What is asked for in `Accept-Encoding`, and all that is understood. */
export const acceptedCodings = "gzip, br";

const decoders = new Map([
  ["gzip", promisify(gunzip)],
  ["x-gzip", promisify(gunzip)],
  ["br", promisify(brotliDecompress)],
]);

/**
 * Unpacks a body whole, stopping as soon as it would exceed `maxBytes`. Done here and not by axios, which passes off a
 * stream that was cut short for a shorter body.
 *
 * @throws SourceShapeError beyond `maxBytes` and for a coding that was not asked for; SourceHttpError for a broken stream.
 */
export async function decodeBody(body: Buffer, coding: string | null, maxBytes: number): Promise<Buffer> {
  const name = coding?.trim().toLowerCase() ?? "";
  if (body.length === 0 || name === "" || name === "identity") return body;
  const decode = decoders.get(name);
  if (!decode) throw new SourceShapeError(`an answer in the coding ${name}, which was not asked for`);
  try {
    return await decode(body, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (isTooLarge(cause)) {
      throw new SourceShapeError(`an answer of more than ${maxBytes} bytes`, { cause, details: { maxBytes } });
    }
    throw new SourceHttpError("an answer whose compression is broken", { cause });
  }
}

function isTooLarge(cause: unknown): boolean {
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";
}
