import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createQueue, makeSchedulersEqual, removeOtherSchedulers } from "@openremit/shared/queue";
import { until } from "../support/until.ts";
import { openQueueScene, type QueueScene } from "./queue-scene.ts";

let scene: QueueScene;
beforeEach(() => {
  scene = openQueueScene();
});
afterEach(() => scene.close());

const hour = 3_600_000;
const wanted = (id: string, everyMs = hour, note = id) => ({ id, everyMs, payload: { note } });
const nothing = { added: [], changed: [], removed: [], unchanged: [] };

async function found() {
  const schedulers = await scene.queue.getJobSchedulers(0, -1, true);
  const rows = schedulers.map(({ key, every, template }) => ({ id: key, everyMs: every, payload: template?.data }));
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe("makeSchedulersEqual", () => {
  it("adds what is missing, and each runs at once", async () => {
    const both = [wanted("wise/be-ma.EUR-MAD/100"), wanted("wise/be-ma.EUR-MAD/200")];
    expect(await makeSchedulersEqual(scene.queue, both)).toEqual({ ...nothing, added: both.map(({ id }) => id) });
    expect(await found()).toEqual(both);
    const notes: string[] = [];
    await scene.work(async ({ note }) => void notes.push(note));
    await until(() => notes.length === 2);
    expect(notes.sort()).toEqual(both.map(({ id }) => id));
    expect(await scene.queue.getJobCounts("delayed")).toEqual({ delayed: 2 });
  });

  it("does not touch what is right, so that a restart repeats nothing", async () => {
    await makeSchedulersEqual(scene.queue, [wanted("a")]);
    const before = await scene.queue.getJobSchedulers(0, -1, true);
    expect(await makeSchedulersEqual(scene.queue, [wanted("a")])).toEqual({ ...nothing, unchanged: ["a"] });
    expect(await scene.queue.getJobSchedulers(0, -1, true)).toEqual(before);
    expect(await scene.queue.count()).toBe(1);
  });

  it("changes interval and payload where they differ", async () => {
    await makeSchedulersEqual(scene.queue, [wanted("a"), wanted("b"), wanted("c")]);
    const now = [wanted("a", 2 * hour), wanted("b", hour, "other"), wanted("c")];
    expect(await makeSchedulersEqual(scene.queue, now)).toEqual({ ...nothing, changed: ["a", "b"], unchanged: ["c"] });
    expect(await found()).toEqual(now);
    expect(await scene.queue.count()).toBe(3);
  });

  it("removes what config no longer wants, with the job that was waiting", async () => {
    await makeSchedulersEqual(scene.queue, [wanted("a"), wanted("b")]);
    expect(await makeSchedulersEqual(scene.queue, [wanted("b")])).toEqual({
      ...nothing,
      removed: ["a"],
      unchanged: ["b"],
    });
    expect(await found()).toEqual([wanted("b")]);
    expect(await scene.queue.count()).toBe(1);
  });

  it("wakes a scheduler whose next job got lost", async () => {
    await makeSchedulersEqual(scene.queue, [wanted("a")]);
    const lost = (await scene.queue.getWaiting()).map((job) => job.id ?? "");
    await scene.connection.del(scene.queue.toKey("wait"), ...lost.map((id) => scene.queue.toKey(id)));
    expect(await makeSchedulersEqual(scene.queue, [wanted("a")])).toEqual({ ...nothing, changed: ["a"] });
    expect(await scene.queue.count()).toBe(1);
  });

  it("leaves a scheduler alone whose next job runs while it is looked at", async () => {
    await makeSchedulersEqual(scene.queue, [wanted("a")]);
    const read = scene.queue.getJobSchedulers.bind(scene.queue);
    scene.queue.getJobSchedulers = async (...range) => {
      const schedulers = await read(...range);
      const notes: string[] = [];
      await scene.work(async ({ note }) => void notes.push(note));
      await until(async () => notes.length === 1 && (await scene.queue.getJobCounts("active")).active === 0);
      return schedulers;
    };
    expect(await makeSchedulersEqual(scene.queue, [wanted("a")])).toEqual({ ...nothing, unchanged: ["a"] });
    expect(await scene.queue.getJobCounts("delayed", "waiting")).toEqual({ delayed: 1, waiting: 0 });
  });

  it("leaves jobs added by hand alone", async () => {
    const id = await scene.add("by hand");
    await makeSchedulersEqual(scene.queue, [wanted("a")]);
    await makeSchedulersEqual(scene.queue, []);
    expect(await scene.queue.getJobState(id)).toBe("waiting");
  });
});

describe("removeOtherSchedulers", () => {
  it("silences queues that config no longer names, and no others", async () => {
    const gone = createQueue<{ note: string }>("collect.gone", scene.connection, scene.prefix);
    await makeSchedulersEqual(scene.queue, [wanted("a")]);
    await makeSchedulersEqual(gone, [wanted("b")]);
    expect(await removeOtherSchedulers(scene.connection, scene.prefix, new Set(["notes"]))).toEqual(["collect.gone"]);
    expect(await gone.getJobSchedulers()).toEqual([]);
    expect(await found()).toEqual([wanted("a")]);
    expect(await removeOtherSchedulers(scene.connection, scene.prefix, new Set(["notes"]))).toEqual([]);
    await gone.close();
  });
});
