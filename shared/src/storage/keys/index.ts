export { type ApiKey, readApiKeys } from "./api-keys.ts";
export { createApiKey, type MadeKey, revokeApiKey, rotateApiKey, type WantedKey } from "./change-keys.ts";
export { createKeyRing, type KeyFinding, type KeyRing, type KnownKey } from "./key-ring.ts";
export { createKeyText, type NewKeyText, parseKeyText } from "./key-text.ts";
