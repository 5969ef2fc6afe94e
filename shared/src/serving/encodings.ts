import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** Below a packet there is nothing to win. */
const leastBytes = 1_024;
/**
 * Pages are made all the time: beyond 5 the time doubles for a per cent of size. A file that is encoded once for as long
 * as the process runs gets all that brotli can do: a tenth less.
 */
const brotliQuality = { page: 5, file: 11 };
const remembered = new Map<string, Encoding>();
const mostRemembered = 500;

/** The best encoding a client takes, by RFC 9110: brotli before gzip, and neither where its weight is 0. */
export function wantedEncoding({ headers }: IncomingMessage): Encoding {
  const acceptEncoding = headers["accept-encoding"]?.toString();
  if (acceptEncoding === undefined) return "identity";
  const known = remembered.get(acceptEncoding);
  if (known !== undefined) return known;
  const weights = new Map(acceptEncoding.split(",").map(parseWeight));
  const takes = (name: string) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  const chosen = takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(acceptEncoding, chosen);
  return chosen;
}

function parseWeight(part: string): [string, number] {
  const [name = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
  return [name, parameters.some((text) => /^q=0(\.0*)?$/.test(text)) ? 0 : 1];
}

type BodyKind = keyof typeof brotliQuality;

const compressors = {
  br: (body: string | Buffer, kind: BodyKind) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality[kind],
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: (body: string | Buffer) => promisify(gzip)(body),
};

export interface EncodedBody {
  readonly body: string | Buffer;
  readonly encoding: Encoding;
}

export async function encodeBody(
  body: string | Buffer,
  wanted: Encoding,
  kind: BodyKind = "page",
): Promise<EncodedBody> {
  if (wanted === "identity" || body.length < leastBytes) return { body, encoding: "identity" };
  return { body: await compressors[wanted](body, kind), encoding: wanted };
}
