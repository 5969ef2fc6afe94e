import type { IncomingMessage, ServerResponse } from "node:http";
import { type EncodedBody, encodeBody, wantedEncoding } from "@openremit/shared/serving";
import type { Asset, Assets } from "../assets/assets.ts";

const cacheControl = {
  forever: "public, max-age=31536000, immutable",
  "for an hour": "public, max-age=3600",
  "until asked": "no-cache",
};
/** Programs that run on their own, in workers, obey the policy they came with. */
const policy = "default-src 'none'; connect-src 'self'";

const forEveryone = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };

/** All that is said with a file but its length and encoding, which follow from the question. */
export function assetHeaders({ contentType, keeps, isForEveryone }: Omit<Asset, "path" | "content">) {
  return {
    "content-type": contentType,
    vary: "Accept-Encoding",
    "cache-control": cacheControl[keeps],
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    ...(isForEveryone ? forEveryone : { "cross-origin-resource-policy": "same-origin" }),
  };
}

/** Sends the file an address names, each encoded once. False where the address names none. */
export function createAssetSender(assets: Assets) {
  const encoded = new Map<string, EncodedBody>();

  async function encode({ path, content }: Asset, request: IncomingMessage): Promise<EncodedBody> {
    // Pictures are compressed by themselves.
    if (typeof content !== "string") return { body: content, encoding: "identity" };
    const wanted = wantedEncoding(request);
    const key = `${wanted} ${path}`;
    const body = encoded.get(key) ?? (await encodeBody(content, wanted, "file"));
    encoded.set(key, body);
    return body;
  }

  return async (url: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const asset = assets.find(url);
    if (asset === null || (request.method !== "GET" && request.method !== "HEAD")) return false;
    const { body, encoding } = await encode(asset, request);
    response.writeHead(200, {
      ...assetHeaders(asset),
      "content-length": Buffer.byteLength(body),
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  };
}
