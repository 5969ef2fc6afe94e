import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { isRunning, markOf } from "../../../services/standalone/src/embedded/process-mark.ts";
import { claimNote, noteServer, readNote } from "../../../services/standalone/src/embedded/servers-note.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "openremit-note-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe("the note of a data folder", () => {
  it("keeps one password for ever, which nobody else may read", async () => {
    const { password } = claimNote(directory);
    expect(claimNote(directory).password).toBe(password);
    expect((await stat(join(directory, "servers.json"))).mode & 0o077).toBe(0);
  });

  it("knows what runs, whose it is, and when it is gone", () => {
    const self = markOf(process.pid);
    const server = { url: "redis://127.0.0.1:1", server: self, owner: self };
    claimNote(directory);
    noteServer(directory, "redis", server);
    expect(readNote(directory)).toMatchObject({ redis: server, postgres: null });
    noteServer(directory, "redis", null);
    expect(readNote(directory)).toMatchObject({ redis: null });
  });

  it("is not made again where somebody removed it: the password would be another one", () => {
    noteServer(directory, "redis", null);
    expect(readNote(directory)).toBeNull();
  });

  it("that cannot be understood is said so, with the way out", async () => {
    await writeFile(join(directory, "servers.json"), "{");
    expect(() => readNote(directory)).toThrow(/servers\.json cannot be understood\. Restore .* or remove the folder/);
  });
});

describe("a process mark", () => {
  it("holds for the process it was taken of, and not for another one that got its number", () => {
    const self = markOf(process.pid);
    expect(isRunning(self)).toBe(true);
    if (self.started !== null) expect(isRunning({ ...self, started: "0" })).toBe(false);
  });
});
