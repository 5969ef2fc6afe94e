import type { IncomingMessage, ServerResponse } from "node:http";
import { type EncodedBody, encodeBody, wantedEncoding } from "@openremit/shared/serving";
import type { Asset, Assets } from "../assets/assets.ts";

/** The address holds the hash: what is there never changes. */
const forever = "public, max-age=31536000, immutable";

/** Sends the file an address names, each encoded once. False where the address names none. */
export function createAssetSender(assets: Assets) {
  const encoded = new Map<string, EncodedBody>();

  async function encode({ path, text }: Asset, request: IncomingMessage): Promise<EncodedBody> {
    const wanted = wantedEncoding(request);
    const key = `${wanted} ${path}`;
    const body = encoded.get(key) ?? (await encodeBody(text, wanted));
    encoded.set(key, body);
    return body;
  }

  return async (url: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const asset = assets.find(url);
    if (asset === null || (request.method !== "GET" && request.method !== "HEAD")) return false;
    const { body, encoding } = await encode(asset, request);
    response.writeHead(200, {
      "content-type": asset.contentType,
      "content-length": Buffer.byteLength(body),
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
      vary: "Accept-Encoding",
      "cache-control": forever,
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  };
}
