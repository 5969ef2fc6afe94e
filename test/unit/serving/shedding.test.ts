import type { EventEmitter } from "node:events";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { createShedding } from "../../../shared/src/serving/shedding.ts";

const responseOf = () => new ServerResponse(new IncomingMessage(new Socket()));

describe("shedding", () => {
  it("refuses the rest of a turn that took too long, and takes on the next one whole", async () => {
    const clock = { ms: 0 };
    const admit = createShedding({ longestTurnMs: 150, nowMs: () => clock.ms });
    const askMany = (count: number, eachMs: number) =>
      Array.from({ length: count }, () => {
        const isIn = admit(responseOf());
        if (isIn) clock.ms += eachMs;
        return isIn;
      }).filter(Boolean).length;
    expect(askMany(100, 10)).toBe(16);
    expect(askMany(100, 10)).toBe(0);
    await nextTurn();
    expect(askMany(16, 10)).toBe(16);
    await nextTurn();
    expect(askMany(90, 1)).toBe(68);
  });

  it("makes a few answers in every turn, however slow they are", async () => {
    const clock = { ms: 0 };
    const admit = createShedding({ nowMs: () => clock.ms });
    const verdicts = Array.from({ length: 12 }, () => {
      clock.ms += 1_000;
      return admit(responseOf());
    });
    expect(verdicts.filter(Boolean)).toHaveLength(10);
    await nextTurn();
    expect(admit(responseOf())).toBe(true);
  });

  it("holds no more answers under way than it may, until one is closed", () => {
    const admit = createShedding({ mostUnderWay: 2 });
    const [first, second] = [responseOf(), responseOf()];
    expect([admit(first), admit(second), admit(responseOf())]).toEqual([true, true, false]);
    (first satisfies EventEmitter).emit("close");
    expect([admit(responseOf()), admit(responseOf())]).toEqual([true, false]);
  });
});
