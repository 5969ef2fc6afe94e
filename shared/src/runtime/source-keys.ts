import { ConfigError } from "../domain/index.ts";
import { fileSuffix, readVariable } from "./read-variable.ts";

/** The operator's own keys to sources that answer nobody else, by the variable that config names. */
export type SourceKeys = ReadonlyMap<string, string>;

const variable = /^OPENREMIT_KEY_[A-Z0-9_]+$/;
/** What a request header may hold, without blanks. */
const headerValue = /^[\x21-\x7e]{1,512}$/;

/**
 * Reads every `OPENREMIT_KEY_…` variable, or the file that `OPENREMIT_KEY_…_FILE` names. An empty one counts as not set.
 *
 * @throws ConfigError naming a variable that cannot be a key; its value is never repeated.
 */
export function parseSourceKeys(env: Readonly<Record<string, string | undefined>>): SourceKeys {
  const keys = new Map<string, string>();
  const names = Object.keys(env)
    .filter((name) => variable.test(name))
    .map((name) => (name.endsWith(fileSuffix) ? name.slice(0, -fileSuffix.length) : name));
  for (const name of new Set(names)) {
    const value = readVariable(env, name);
    if (value === "") continue;
    if (!headerValue.test(value)) {
      throw new ConfigError(`${name} is not a key: it holds blanks or characters that no request header may have.`);
    }
    keys.set(name, value);
  }
  return keys;
}
