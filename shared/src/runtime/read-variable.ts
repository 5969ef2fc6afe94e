import { readFileSync } from "node:fs";
import { ConfigError } from "../domain/index.ts";
import { errorCodeOf } from "./error-code.ts";

/** Behind a variable's name: the value stands in the file it names, as Docker secrets and systemd credentials do it. */
export const fileSuffix = "_FILE";

/** What an operating system says of a file, in words. */
const whys: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "this user may not read it",
  EISDIR: "it is a folder",
};

/**
 * The value of a variable: its own, else that of the file `NAME_FILE` names, without blank space at its end. Empty: it is
 * not set.
 *
 * @throws ConfigError where both are set, and where the file cannot be read or is empty. Values are never repeated.
 */
export function readVariable(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name] ?? "";
  const fileName = `${name}${fileSuffix}`;
  const path = env[fileName] ?? "";
  if (path === "") return value;
  if (value !== "") throw new ConfigError(`${name} and ${fileName} are both set. Keep one of them.`);
  const text = readText(path, fileName).trimEnd();
  if (text === "") throw new ConfigError(`${fileName} names ${path}, and that file is empty. Write the value into it.`);
  return text;
}

function readText(path: string, fileName: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const why = whys[errorCodeOf(cause) ?? ""] ?? "it cannot be read";
    throw new ConfigError(`${fileName} names ${path}: ${why}. Name a file that this user may read.`, { cause });
  }
}
