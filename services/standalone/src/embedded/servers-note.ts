import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { errorCodeOf } from "@openremit/shared/runtime";
import { z } from "zod";
import { processMark } from "./process-mark.ts";

const serverNote = z.object({
  url: z.string(),
  server: processMark,
  /** Who stops it. */
  owner: processMark,
});
export type ServerNote = z.infer<typeof serverNote>;

const note = z.object({
  password: z.string().min(1),
  redis: serverNote.nullable().default(null),
  postgres: serverNote.nullable().default(null),
});
export type ServersNote = z.infer<typeof note>;
export type ServerKind = "redis" | "postgres";

/**
 * `servers.json` of a data folder: the servers' password, and which of them run. It is how processes find each other,
 * and what an owner that died left behind. Its calls do not wait, so that those of one process never mix.
 *
 * @throws ConfigError where there is a file that says something else.
 */
export function readNote(directory: string): ServersNote | null {
  const path = pathIn(directory);
  const text = readText(path);
  if (text === null) return null;
  try {
    return note.parse(JSON.parse(text));
  } catch (cause) {
    throw new ConfigError(`${path} cannot be understood. ${wayOut(directory)}`, { cause });
  }
}

/** The note there is, else a new one with a password of its own. */
export function claimNote(directory: string): ServersNote {
  const fresh: ServersNote = { password: randomBytes(18).toString("hex"), redis: null, postgres: null };
  try {
    writeFileSync(pathIn(directory), textOf(fresh), { mode: 0o600, flag: "wx" });
    return fresh;
  } catch (error) {
    if (errorCodeOf(error) !== "EEXIST") throw error;
    return readNote(directory) ?? fresh;
  }
}

/** Notes that a server runs, or that it no longer does. A note that somebody removed is not made again: it knew the password. */
export function noteServer(directory: string, kind: ServerKind, server: ServerNote | null): void {
  const kept = readNote(directory);
  if (kept === null) return;
  const unfinished = `${pathIn(directory)}.${process.pid}`;
  writeFileSync(unfinished, textOf({ ...kept, [kind]: server }), { mode: 0o600 });
  renameSync(unfinished, pathIn(directory));
}

/** What a person does about a data folder whose password is lost. */
export function wayOut(directory: string): string {
  return `Restore ${pathIn(directory)}, or remove the folder ${directory} to start without data.`;
}

function pathIn(directory: string): string {
  return join(directory, "servers.json");
}

function textOf(content: ServersNote): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return null;
    throw error;
  }
}
