export const modes = ["simulated", "real"] as const;

/**
 * Where prices come from: `simulated` asks the sandbox, `real` asks the sources the operator enabled.
 * A database holds one mode for ever; the two never mix.
 */
export type Mode = (typeof modes)[number];
