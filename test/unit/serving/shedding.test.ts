import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { createShedding, type SheddingOptions } from "../../../shared/src/serving/shedding.ts";

const responseOf = () => new ServerResponse(new IncomingMessage(new Socket()));

/** A process whose answers take a time of their own, and what became of those who asked it. */
function openBusyProcess({ answerMs, ...options }: SheddingOptions & { answerMs: number }) {
  const clock = { ms: 0 };
  const admit = createShedding({ ...options, nowMs: () => clock.ms });
  const told: boolean[] = [];
  return {
    clock,
    told,
    async ask(response = responseOf()) {
      const isAdmitted = await admit(response);
      if (isAdmitted) {
        clock.ms += answerMs;
        response.emit("close");
      }
      told.push(isAdmitted);
      return isAdmitted;
    },
  };
}

describe("shedding", () => {
  it("begins one answer in each turn of the event loop, in the order in which they were asked for", async () => {
    const { ask, told } = openBusyProcess({ answerMs: 5 });
    const begun: number[] = [];
    const all = [0, 1, 2].map((asked) => ask().then(() => begun.push(asked)));
    const ahead: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      ahead.push(told.length);
      await nextTurn();
    }
    await Promise.all(all);
    expect([begun, ahead]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  it("refuses who has waited too long, and takes on whoever comes after as if there had been nobody", async () => {
    const { ask } = openBusyProcess({ longestWaitMs: 150, answerMs: 10 });
    const askMany = async (count: number) =>
      (await Promise.all(Array.from({ length: count }, () => ask()))).filter(Boolean);
    expect(await askMany(100)).toHaveLength(16);
    expect(await askMany(16)).toHaveLength(16);
    expect(await askMany(100)).toHaveLength(16);
  });

  it("serves who has fewer than ten in front, however slow they are", async () => {
    const { ask } = openBusyProcess({ answerMs: 3_000 });
    const verdicts = await Promise.all(Array.from({ length: 12 }, () => ask()));
    expect(verdicts.filter(Boolean)).toHaveLength(10);
    expect(verdicts.slice(10)).toEqual([false, false]);
  });

  it("begins nothing for who has gone while waiting", async () => {
    const { ask, clock } = openBusyProcess({ answerMs: 10 });
    const gone = responseOf();
    const asked = [ask(), ask(gone), ask()];
    gone.destroy();
    expect([await Promise.all(asked), clock.ms]).toEqual([[true, false, true], 20]);
  });

  it("holds no more answers under way than it may, until one is closed", async () => {
    const admit = createShedding({ mostUnderWay: 2 });
    const [first, second] = [responseOf(), responseOf()];
    const three = [admit(first), admit(second), admit(responseOf())];
    expect(await Promise.all(three)).toEqual([true, true, false]);
    first.emit("close");
    expect(await Promise.all([admit(responseOf()), admit(responseOf())])).toEqual([true, false]);
  });
});
