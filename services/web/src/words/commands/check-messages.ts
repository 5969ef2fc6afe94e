import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ConfigError } from "@openremit/shared/domain";
import { runProcess } from "@openremit/shared/runtime";
import { sourceLanguage } from "../../languages/languages.ts";
import { findMessageProblems } from "../find-message-problems.ts";
import { findUnusedMessages } from "../find-unused-messages.ts";
import { loadMessageFiles } from "../load-message-files.ts";

/** `npm run messages:check`: missing, unused, untranslated and mismatched messages of every language. */
await runProcess(async () => {
  const files = loadMessageFiles();
  const source = files.get(sourceLanguage);
  if (source === undefined) throw new ConfigError(`there are no messages in the source language "${sourceLanguage}"`);
  const keys = Object.keys(source.messages);
  const unused = findUnusedMessages(keys, readSources()).map((key) => `en: ${key}: nothing says it; remove it`);
  const problems = [...files].flatMap(([code, file]) =>
    findMessageProblems(file, source).map((problem) => `${code}: ${problem}`),
  );
  for (const [code, { messages, offered, translation }] of files) {
    const made = `${Object.keys(messages).length} of ${keys.length} messages`;
    const state = offered ? "offered" : "prepared, not offered";
    process.stdout.write(`${code}: ${made}, ${translation.reviewed.length} reviewed, ${state}\n`);
  }
  const found = [...unused, ...problems];
  if (found.length > 0) throw new ConfigError(`messages: ${found.length} problems\n${found.join("\n")}`);
});

function readSources(): string[] {
  const folder = fileURLToPath(new URL("../../../src/", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(`${folder}/${name}`, "utf8"));
}
