import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { releasableDay } from "@openremit/publisher";
import { hashConfig } from "@openremit/shared/catalog";
import { shareBatches } from "../../../workers/publisher/src/release/share-batches.ts";
import { writeFileWhole } from "../../../workers/publisher/src/release/write-file.ts";

const directory = mkdtempSync(join(tmpdir(), "openremit-release-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function* counted(count: number, seen: { taken: number }): AsyncGenerator<number> {
  for (let item = 1; item <= count; item += 1) {
    seen.taken = item;
    yield item;
  }
}

async function read(items: AsyncIterable<number> | undefined, pauseMs = 0): Promise<number[]> {
  const all: number[] = [];
  for await (const item of items ?? []) {
    all.push(item);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return all;
}

describe("batches for several readers", () => {
  it("are the same for each, and taken no faster than the slowest one goes", async () => {
    const seen = { taken: 0 };
    const [quick, slow] = shareBatches(counted(50, seen), 2);
    const reading = [read(quick), read(slow, 4)];
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(seen.taken).toBeLessThan(25);
    const expected = Array.from({ length: 50 }, (_, index) => index + 1);
    expect(await Promise.all(reading)).toEqual([expected, expected]);
  });

  it("end with the error of their source", async () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new Error("the source failed");
    }
    const reading = shareBatches(failing(), 2).map((items) => read(items));
    const outcomes = await Promise.allSettled(reading);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
    await expect(reading[0]).rejects.toThrow("the source failed");
  });

  it("end for all where one gives up", async () => {
    const seen = { taken: 0 };
    const [one, other] = shareBatches(counted(1_000, seen), 2);
    const giveUp = async () => {
      for await (const item of one ?? []) if (item === 3) return;
    };
    await Promise.all([giveUp(), expect(read(other)).rejects.toThrow(/gave up/)]);
    expect(seen.taken).toBeLessThan(50);
  });
});

describe("a file", () => {
  it("has its name when it is whole, with its size and hash", async () => {
    async function* pieces() {
      yield "ab";
      expect(readdirSync(directory)).not.toContain("whole.txt");
      yield new Uint8Array([99]);
    }
    const written = await writeFileWhole(directory, "whole.txt", pieces());
    expect(written).toEqual({
      bytes: 3,
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    });
    expect(readFileSync(join(directory, "whole.txt"), "utf8")).toBe("abc");
  });

  it("has no name where its pieces fail", async () => {
    async function* pieces() {
      yield "ab";
      throw new Error("no more");
    }
    await expect(writeFileWhole(directory, "half.txt", pieces())).rejects.toThrow("no more");
    expect(readdirSync(directory)).not.toContain("half.txt");
  });

  it("fails where its folder is not there", async () => {
    await expect(writeFileWhole(join(directory, "none"), "a.txt", ["a"])).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("the day of a release", () => {
  const now = new Date("2026-11-23T00:00:00.000Z");

  it("is one that is over", () => {
    expect(releasableDay("2026-11-22", now)).toBe("2026-11-22");
    expect(() => releasableDay("2026-11-23", now)).toThrow(
      "2026-11-23 is not over yet (UTC): the last day there can be a release of is 2026-11-22",
    );
    for (const text of ["", "2026-11-31", "22/11/2026", "2026-11-22T00:00:00Z"]) {
      expect(() => releasableDay(text, now)).toThrow(`"${text}" is no day: write it like 2026-11-22`);
    }
  });
});

describe("the hash of config", () => {
  it("is the same each time, and that of 64 digits", () => {
    expect(hashConfig("config")).toMatch(/^[0-9a-f]{64}$/);
    expect(hashConfig("config")).toBe(hashConfig("config"));
    expect(hashConfig("config/sources")).not.toBe(hashConfig("config"));
  });
});
