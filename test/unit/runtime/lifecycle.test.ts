import { describe, expect, it } from "@jest/globals";
import { createLifecycle, createLogger, type Part } from "@openremit/shared/runtime";

const logger = createLogger("test", { level: "silent" });
const never = new Promise<void>(() => {});

function scene() {
  const events: string[] = [];
  const part = (name: string, own: Partial<Part> = {}): Part => ({
    name,
    async start(stopping) {
      events.push(`start ${name}`);
      await own.start?.(stopping);
    },
    async stop() {
      events.push(`stop ${name}`);
      await own.stop?.();
    },
  });
  return { events, part };
}

describe("createLifecycle", () => {
  it("starts in order and stops in reverse", async () => {
    const { events, part } = scene();
    const lifecycle = createLifecycle([part("redis"), part("api")], { stopDeadlineMs: 100, logger });
    expect(await lifecycle.start()).toBe(true);
    expect(await lifecycle.stop()).toEqual({ clean: true, unfinished: [] });
    expect(events).toEqual(["start redis", "start api", "stop api", "stop redis"]);
  });

  it("stops what had started when a part fails to start, and throws that part's error", async () => {
    const { events, part } = scene();
    const broken = part("api", { start: () => Promise.reject(new Error("port taken")) });
    const lifecycle = createLifecycle([part("redis"), broken, part("web")], { stopDeadlineMs: 100, logger });
    await expect(lifecycle.start()).rejects.toThrow("port taken");
    expect(events).toEqual(["start redis", "start api", "stop redis"]);
  });

  it("starts once and stops once, however often it is told to", async () => {
    const { events, part } = scene();
    const lifecycle = createLifecycle([part("api")], { stopDeadlineMs: 100, logger });
    await Promise.all([lifecycle.start(), lifecycle.start()]);
    await Promise.all([lifecycle.stop(), lifecycle.stop()]);
    expect(events).toEqual(["start api", "stop api"]);
  });

  it("still tells every part to stop when one fails or hangs, and says which", async () => {
    const { events, part } = scene();
    const hanging = part("worker", { stop: () => never });
    const failing = part("web", { stop: () => Promise.reject(new Error("no")) });
    const lifecycle = createLifecycle([part("redis"), hanging, failing], { stopDeadlineMs: 20, logger });
    await lifecycle.start();
    expect(await lifecycle.stop()).toEqual({ clean: false, unfinished: ["web", "worker"] });
    expect(events.slice(3)).toEqual(["stop web", "stop worker", "stop redis"]);
  });

  it("starts nothing more once it is told to stop, and lets the part that is starting know", async () => {
    const { events, part } = scene();
    const slow = part("collect", {
      start: (stopping) => new Promise((resolve) => stopping?.addEventListener("abort", () => resolve())),
    });
    const lifecycle = createLifecycle([part("redis"), slow, part("api")], { stopDeadlineMs: 1000, logger });
    const started = lifecycle.start();
    await new Promise(setImmediate);
    await lifecycle.stop();
    expect(await started).toBe(false);
    expect(events).toEqual(["start redis", "start collect", "stop collect", "stop redis"]);
  });

  it("does not wait beyond the deadline for a part that never finishes starting", async () => {
    const { events, part } = scene();
    const lifecycle = createLifecycle([part("redis"), part("stuck", { start: () => never })], {
      stopDeadlineMs: 20,
      logger,
    });
    void lifecycle.start();
    await new Promise(setImmediate);
    expect(await lifecycle.stop()).toMatchObject({ clean: false, unfinished: expect.arrayContaining(["stuck"]) });
    expect(events).toEqual(["start redis", "start stuck", "stop stuck", "stop redis"]);
  });

  it("stops cleanly when the part that is starting gives up", async () => {
    const { events, part } = scene();
    const obedient = part("servers", {
      start: (stopping) =>
        new Promise((_resolve, reject) => stopping?.addEventListener("abort", () => reject(stopping.reason))),
    });
    const lifecycle = createLifecycle([part("log"), obedient], { stopDeadlineMs: 1000, logger });
    const started = lifecycle.start();
    await new Promise(setImmediate);
    expect(await lifecycle.stop()).toEqual({ clean: true, unfinished: [] });
    expect(await started).toBe(false);
    expect(events).toEqual(["start log", "start servers", "stop log"]);
  });

  it("stops at once when nothing was started", async () => {
    const { events, part } = scene();
    const lifecycle = createLifecycle([part("api")], { stopDeadlineMs: 100, logger });
    expect(await lifecycle.stop()).toEqual({ clean: true, unfinished: [] });
    expect(await lifecycle.start()).toBe(false);
    expect(events).toEqual([]);
  });
});
