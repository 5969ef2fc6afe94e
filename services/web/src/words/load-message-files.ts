import { readFileSync } from "node:fs";
import { ConfigError } from "@openremit/shared/domain";
import { type Language, languages } from "../languages/languages.ts";
import { type MessageFile, messageFile } from "./message-file.ts";

/** The files are data: they are read where they stand, by the built program too. */
const folder = new URL("../../src/messages/", import.meta.url);

/** All message files by language code. A file that is missing or misshapen: ConfigError with its name. */
export function loadMessageFiles(): ReadonlyMap<string, MessageFile> {
  return new Map(languages.map((language) => [language.code, loadMessageFile(language)]));
}

function loadMessageFile({ code }: Language): MessageFile {
  const name = `${code}.json`;
  try {
    return messageFile.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  } catch (cause) {
    throw new ConfigError(`services/web/src/messages/${name} cannot be read: ${String(cause)}`, { cause });
  }
}
