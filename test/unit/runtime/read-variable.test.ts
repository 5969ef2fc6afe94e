import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { baseEnvironment, parseEnvironment, parseSourceKeys } from "@openremit/shared/runtime";

const folder = mkdtempSync(join(tmpdir(), "openremit-variables-"));
const fileOf = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, 0o600);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true }));

const address = "postgres://openremit:hunter2@db:5432/openremit";

describe("a variable's value in a file", () => {
  it("is read from the file that NAME_FILE names, without the line's end", () => {
    const env = { DATABASE_URL_FILE: fileOf("url", `${address}\n`) };
    expect(parseEnvironment(env, baseEnvironment).DATABASE_URL).toBe(address);
  });

  it("is judged as any other, and never repeated", () => {
    const env = { DATABASE_URL_FILE: fileOf("wrong", "mysql://root:hunter2@db\n") };
    expect(() => parseEnvironment(env, baseEnvironment)).toThrow(
      /^DATABASE_URL is not such an address\. Set DATABASE_URL to the address of PostgreSQL(?!.*hunter2)/,
    );
  });

  it.each([
    ["is missing", () => join(folder, "nowhere"), "there is no such file. Name a file that this user may read."],
    ["is a folder", () => folder, "it is a folder. Name a file that this user may read."],
  ])("is refused where the file %s", (_what, pathOf, why) => {
    const path = pathOf();
    expect(() => parseEnvironment({ REDIS_URL_FILE: path }, baseEnvironment)).toThrow(
      `REDIS_URL_FILE names ${path}: ${why}`,
    );
  });

  it("is refused where the file is empty: an operator meant something", () => {
    const path = fileOf("empty", "\n");
    expect(() => parseEnvironment({ REDIS_URL_FILE: path }, baseEnvironment)).toThrow(
      `REDIS_URL_FILE names ${path}, and that file is empty. Write the value into it.`,
    );
  });

  it("is refused where the variable is set too: nobody guesses which one holds", () => {
    const env = { REDIS_URL: "redis://a:6379", REDIS_URL_FILE: fileOf("redis", "redis://b:6379") };
    expect(() => parseEnvironment(env, baseEnvironment)).toThrow(
      "REDIS_URL and REDIS_URL_FILE are both set. Keep one of them.",
    );
  });

  it("tells every problem at once", () => {
    const env = { REDIS_URL_FILE: join(folder, "nowhere"), LOG_LEVEL: "loud" };
    expect(() => parseEnvironment(env, baseEnvironment)).toThrow(/^REDIS_URL_FILE.*\nLOG_LEVEL is not a level/);
  });

  it("may hold the key to a source", () => {
    const env = { OPENREMIT_KEY_TCMB_FILE: fileOf("tcmb", "abc123\n"), OPENREMIT_KEY_OTHER: "xyz" };
    expect([...parseSourceKeys(env)]).toEqual([
      ["OPENREMIT_KEY_TCMB", "abc123"],
      ["OPENREMIT_KEY_OTHER", "xyz"],
    ]);
  });

  it("may not hold a key that no header may have", () => {
    expect(() => parseSourceKeys({ OPENREMIT_KEY_TCMB_FILE: fileOf("blank", "a b\n") })).toThrow(
      "OPENREMIT_KEY_TCMB is not a key",
    );
  });
});
