import { chmod, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { assertOurs } from "../../../services/standalone/src/embedded/postgres-programs.ts";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "openremit-copy-"));
  for (const name of ["ours", "open"]) await mkdir(join(home, name));
  await chmod(join(home, "ours"), 0o755);
  await chmod(join(home, "open"), 0o777);
  await symlink(join(home, "ours"), join(home, "link"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe("a copy of PostgreSQL in a folder that everybody may write into", () => {
  it("is trusted where we made it", async () => {
    expect(await assertOurs(join(home, "ours"))).toBeUndefined();
  });

  it.each(["open", "link"])("is refused where others may have made it: %s", async (name) => {
    await expect(assertOurs(join(home, name))).rejects.toThrow(`${join(home, name)} is not a folder of this user`);
  });
});
