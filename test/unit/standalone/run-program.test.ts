import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { runProgram } from "../../../services/standalone/src/embedded/run-program.ts";
import { until } from "../../support/until.ts";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "openremit-run-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function script(name: string, body: string): Promise<string> {
  const path = join(home, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return path;
}

describe("runProgram", () => {
  it("waits, when aborted, until the program has cleared up, and throws the reason", async () => {
    const [begun, ended] = [join(home, "begun"), join(home, "ended")];
    const tidy = await script(
      "tidy",
      `trap 'sleep 0.2; echo yes > ${ended}; exit 0' TERM\necho yes > ${begun}\nwhile :; do sleep 0.01; done`,
    );
    const stopping = new AbortController();
    const running = runProgram(tidy, [], { signal: stopping.signal });
    const isThere = async () => readFile(begun, "utf8").catch(() => "");
    void until(isThere, (text) => text !== "").then(() => stopping.abort("enough"));
    await expect(running).rejects.toBe("enough");
    expect(await readFile(ended, "utf8")).toBe("yes\n");
  });

  it("throws what the program said when it fails", async () => {
    const failing = await script("failing", "echo no such package >&2; exit 3");
    await expect(runProgram(failing, [], {})).rejects.toThrow("no such package");
  });

  it("throws where there is no such program", async () => {
    await expect(runProgram(join(home, "nothing"), [], {})).rejects.toThrow("ENOENT");
  });
});
