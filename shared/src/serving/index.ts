export { createCacheKeys } from "./cache-key.ts";
export { constantly } from "./constantly.ts";
export { type EncodedBody, type Encoding, encodeBody, wantedEncoding } from "./encodings.ts";
export { createHttpMetrics, type HttpMetrics } from "./http-metrics.ts";
export { isAddress } from "./is-address.ts";
export * from "./limits/index.ts";
export { createResponseCache, type ResponseCache, type StoredResponse } from "./response-cache.ts";
export { type Admit, createShedding, type SheddingOptions, shedRetryAfterSeconds } from "./shedding.ts";
export { buildStored, type Content, encodingFor, type OwnFields, sendStored } from "./stored-response.ts";
