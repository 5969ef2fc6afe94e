import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { listFiles } from "../../../services/standalone/src/backup/kept-files.ts";
import { restoreReleases } from "../../../services/standalone/src/backup/restore-releases.ts";

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "openremit-restore-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A folder of releases, each with one file. */
async function folderOf(name: string, releases: Readonly<Record<string, string>>): Promise<string> {
  for (const [id, text] of Object.entries(releases)) {
    await mkdir(join(home, name, id), { recursive: true });
    await writeFile(join(home, name, id, "quotes.csv"), text, { mode: 0o600 });
  }
  return join(home, name);
}

describe("the releases of a backup", () => {
  it("are put where there is none of the name, and never over one", async () => {
    const from = await folderOf("from", { "real-2026-11-19": "a", "real-2026-11-20": "b", "real-2026-11-21": "c" });
    const to = await folderOf("to", { "real-2026-11-20": "b", "real-2026-11-21": "other" });
    expect(await restoreReleases(from, to)).toEqual({
      copied: ["real-2026-11-19"],
      stood: ["real-2026-11-20"],
      different: ["real-2026-11-21"],
    });
    const texts = (await listFiles(to)).map((path) => readFile(join(to, path), "utf8"));
    expect(await Promise.all(texts)).toEqual(["a", "b", "other"]);
    expect(await readdir(to)).toHaveLength(3);
  });

  it("are for those who hand them out, too, and not for the owner of the backup alone", async () => {
    const from = await folderOf("from", { "real-2026-11-19": "a" });
    const to = join(home, "nowhere", "yet");
    await restoreReleases(from, to);
    const { mode } = await stat(join(to, "real-2026-11-19", "quotes.csv"));
    expect(mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it("take the place of what a restore left half done", async () => {
    const from = await folderOf("from", { "real-2026-11-19": "a" });
    const to = await folderOf("to", { ".restoring-real-2026-11-19": "half" });
    expect((await restoreReleases(from, to)).copied).toEqual(["real-2026-11-19"]);
    expect(await readdir(to)).toEqual(["real-2026-11-19"]);
  });
});

describe("the files of a folder", () => {
  it("leave out what grows under a hidden name, which may be gone before it is read", async () => {
    const folder = await folderOf("releases", { "real-2026-11-19": "a", ".unfinished-real-2026-11-20": "half" });
    await writeFile(join(folder, "real-2026-11-19", ".rates.csv.part"), "half");
    expect(await listFiles(folder)).toEqual(["real-2026-11-19/quotes.csv"]);
    expect(await listFiles(join(home, "nowhere"))).toEqual([]);
  });
});
