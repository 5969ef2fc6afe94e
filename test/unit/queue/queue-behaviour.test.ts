import { describe, expect, it } from "@jest/globals";
import {
  ConfigError,
  DomainError,
  ExpectationError,
  InputError,
  NoFreshDataError,
  NotCoveredError,
  SourceHttpError,
  SourceLimitedError,
  SourceRefusedError,
  SourceShapeError,
} from "@openremit/shared/domain";
import { backoffMs, mostAttempts, queueBehaviour, restMs } from "@openremit/shared/queue";
import { failureClassOf } from "@openremit/shared/runtime";

const withCode = (code: string) => Object.assign(new Error("no"), { code });

describe("queueBehaviour", () => {
  it.each([
    ["a bug of ours", new DomainError("x"), "given up"],
    ["a senseless payload", new InputError("x"), "given up"],
    ["something not covered", new NotCoveredError("x"), "given up"],
    ["nothing fresh", new NoFreshDataError("x"), "given up"],
    ["wrong configuration", new ConfigError("x"), "given up"],
    ["an unknown shape", new SourceShapeError("x"), "given up"],
    ["a broken expectation", new ExpectationError("x"), "given up"],
    ["a refusal", new SourceRefusedError("x"), "given up, source paused"],
    ["a source that does not answer", new SourceHttpError("x"), "tried 4 times"],
    ["a source that wants less", new SourceLimitedError("x"), "tried 10 times, queue rests"],
    ["PostgreSQL away", withCode("ECONNREFUSED"), "tried 1500 times"],
    ["PostgreSQL starting", withCode("57P03"), "tried 1500 times"],
    ["a deadlock", withCode("40P01"), "tried 1500 times"],
    ["a broken connection", new Error("Connection terminated unexpectedly"), "tried 1500 times"],
    ["a connection that ended", new Error("Client was closed and is not queryable"), "tried 1500 times"],
    ["PostgreSQL's disk full", withCode("53100"), "tried 1500 times"],
    ["Redis full", new Error("OOM command not allowed when used memory > 'maxmemory'."), "tried 1500 times"],
    [
      "Redis's disk full",
      new Error("MISCONF Errors writing to the AOF file: No space left on device"),
      "tried 1500 times",
    ],
    ["Redis starting", new Error("LOADING Redis is loading the dataset in memory"), "tried 1500 times"],
    ["a Redis command that is wrong", new Error("WRONGTYPE Operation against a key"), "tried 3 times"],
    ["a broken constraint", withCode("23505"), "tried 3 times"],
    ["a plain bug", new TypeError("x is not a function"), "tried 3 times"],
    ["something thrown that is no error", "oops", "tried 3 times"],
    ["nothing at all", undefined, "tried 3 times"],
  ])("%s", (_, error, expected) => {
    const { retry, attempts, restQueue, pauseSource } = queueBehaviour(error);
    const words = [
      retry ? `tried ${attempts} times` : "given up",
      restQueue && "queue rests",
      pauseSource && "source paused",
    ];
    expect(words.filter(Boolean).join(", ")).toBe(expected);
  });

  it("agrees with what our errors say of themselves", () => {
    for (const error of [new SourceHttpError("x"), new SourceLimitedError("x"), new SourceShapeError("x")]) {
      expect(queueBehaviour(error).retry).toBe(error.retryable);
    }
  });

  it("takes an OpenRemit error at its word whatever caused it", () => {
    expect(failureClassOf(new SourceShapeError("x", { cause: withCode("ECONNRESET") }))).toBe("source_shape");
  });
});

describe("backoffMs", () => {
  it("doubles up to the class's longest delay and then stops", () => {
    const error = new SourceHttpError("x");
    const delays = [1, 2, 3, 4, 5].map((failedTries) => backoffMs(error, failedTries, 0.999999));
    expect(delays).toEqual([60_000, 120_000, 240_000, -1, -1]);
  });

  it("spreads over the upper half of the delay", () => {
    expect([0, 0.5].map((random) => backoffMs(new SourceHttpError("x"), 1, random))).toEqual([30_000, 45_000]);
  });

  it("keeps trying every minute while a server of ours is away", () => {
    expect(backoffMs(withCode("ECONNREFUSED"), 1_000, 0.999999)).toBe(60_000);
    expect(backoffMs(withCode("ECONNREFUSED"), mostAttempts, 0)).toBe(-1);
  });

  it("never tries again what asking again cannot mend", () => {
    expect(backoffMs(new SourceShapeError("x"), 1, 0)).toBe(-1);
  });

  it("waits as long as a failing source asked for, a day at most", () => {
    const asked = (retryAfterMs: unknown) => backoffMs(new SourceHttpError("x", { details: { retryAfterMs } }), 1, 0);
    expect([asked(600_000), asked(1), asked(1e12), asked("soon"), asked(-1)]).toEqual([
      600_000, 30_000, 86_400_000, 30_000, 30_000,
    ]);
  });
});

describe("restMs", () => {
  it("is the time the source asked for, else a minute and more, and ends after nine rests", () => {
    expect(restMs(new SourceLimitedError("x", { details: { retryAfterMs: 90_000 } }), 0, 0)).toBe(90_000);
    expect(restMs(new SourceLimitedError("x"), 0, 0)).toBe(30_000);
    expect(restMs(new SourceLimitedError("x"), 8, 1)).toBe(3_600_000);
    expect(restMs(new SourceLimitedError("x"), 9, 0)).toBeNull();
  });

  it("is for no other failure", () => {
    expect(restMs(new SourceHttpError("x"), 0, 0)).toBeNull();
  });
});
