import { describe, expect, it } from "@jest/globals";
import { readTogether } from "@openremit/shared/runtime";

const nextTurn = () => new Promise(setImmediate);

/** Readings that are answered, or fail, when the test says so. */
function openReadings() {
  const readings: { answer: (value: string) => void; fail: (error: Error) => void }[] = [];
  const read = readTogether<string>(() => new Promise((answer, fail) => void readings.push({ answer, fail })));
  return { read, readings };
}

describe("readings together", () => {
  it("are one for those who ask at the same time", async () => {
    const { read, readings } = openReadings();
    const asked = [read(), read(), read()];
    await nextTurn();
    readings[0]?.answer("one");
    expect(await Promise.all(asked)).toEqual(["one", "one", "one"]);
    expect(readings).toHaveLength(1);
  });

  it("never give an answer from before it was asked for", async () => {
    const { read, readings } = openReadings();
    const first = read();
    await nextTurn();
    const later = [read(), read()];
    await nextTurn();
    expect(readings).toHaveLength(1);
    readings[0]?.answer("old");
    expect(await first).toBe("old");
    await nextTurn();
    readings[1]?.answer("new");
    expect(await Promise.all(later)).toEqual(["new", "new"]);
    expect(readings).toHaveLength(2);
  });

  it("tell a failure to those who share it, and read anew for the next", async () => {
    const { read, readings } = openReadings();
    const failing = [read(), read()];
    await nextTurn();
    const next = read();
    readings[0]?.fail(new Error("away"));
    for (const one of failing) await expect(one).rejects.toThrow("away");
    await nextTurn();
    readings[1]?.answer("back");
    expect(await next).toBe("back");
  });
});
