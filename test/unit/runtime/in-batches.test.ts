import { describe, expect, it } from "@jest/globals";
import { inBatches } from "@openremit/shared/runtime";

const nextTurn = () => new Promise(setImmediate);

/** Work that is done, or fails, when the test says so. */
function openWork(most = 10) {
  const batches: { items: readonly string[]; done: () => void; fail: (error: Error) => void }[] = [];
  const bring = inBatches<string>(
    most,
    (items) => new Promise((done, fail) => void batches.push({ items, done, fail })),
  );
  return { bring, batches, items: () => batches.map((batch) => batch.items) };
}

describe("work in batches", () => {
  it("begins at once, and takes what comes meanwhile together", async () => {
    const { bring, batches, items } = openWork();
    const first = bring("a");
    await nextTurn();
    const others = [bring("b"), bring("c")];
    await nextTurn();
    expect(items()).toEqual([["a"]]);
    batches[0]?.done();
    await first;
    await nextTurn();
    expect(items()).toEqual([["a"], ["b", "c"]]);
    batches[1]?.done();
    await Promise.all(others);
    const last = bring("d");
    await nextTurn();
    expect(items()).toEqual([["a"], ["b", "c"], ["d"]]);
    batches[2]?.done();
    await last;
  });

  it("takes no more at a time than it may, one batch after the other", async () => {
    const { bring, batches, items } = openWork(2);
    const all = ["a", "b", "c", "d", "e"].map(bring);
    await nextTurn();
    expect(items()).toEqual([["a", "b"]]);
    for (let batch = 0; batch < 3; batch += 1) {
      batches[batch]?.done();
      await nextTurn();
    }
    await Promise.all(all);
    expect(items()).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  });

  it("tells a failure to those whose batch it was, and goes on", async () => {
    const { bring, batches } = openWork();
    const first = bring("a");
    await nextTurn();
    const second = bring("b");
    batches[0]?.fail(new Error("disk full"));
    await expect(first).rejects.toThrow("disk full");
    await nextTurn();
    batches[1]?.done();
    await expect(second).resolves.toBeUndefined();
  });
});
