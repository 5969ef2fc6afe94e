/** What a key may do. Reading needs none: `read:bulk` only raises its limit. */
export const apiKeyScopes = ["read:bulk", "write:observations", "operate"] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];
