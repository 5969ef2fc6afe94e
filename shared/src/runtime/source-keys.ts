import { ConfigError } from "../domain/index.ts";

/** The operator's own keys to sources that answer nobody else, by the variable that config names. */
export type SourceKeys = ReadonlyMap<string, string>;

const variable = /^OPENREMIT_KEY_[A-Z0-9_]+$/;
/** What a request header may hold, without blanks. */
const headerValue = /^[\x21-\x7e]{1,512}$/;

/**
 * Reads every `OPENREMIT_KEY_…` variable. An empty one counts as not set.
 *
 * @throws ConfigError naming a variable that cannot be a key; its value is never repeated.
 */
export function parseSourceKeys(env: Readonly<Record<string, string | undefined>>): SourceKeys {
  const keys = new Map<string, string>();
  for (const [name, value = ""] of Object.entries(env)) {
    if (!variable.test(name) || value === "") continue;
    if (!headerValue.test(value)) {
      throw new ConfigError(`${name} is not a key: it holds blanks or characters that no request header may have.`);
    }
    keys.set(name, value);
  }
  return keys;
}
