import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { isRunning, type ProcessMark } from "../../services/standalone/src/embedded/process-mark.ts";
import { openEmbeddedScene } from "../support/embedded-scene.ts";
import { until } from "../support/until.ts";

let scene: Awaited<ReturnType<typeof openEmbeddedScene>>;
beforeEach(async () => {
  scene = await openEmbeddedScene();
});
afterEach(() => scene.close());

const isThere = (mark: ProcessMark | null) => mark !== null;
const runs = (mark: ProcessMark | null) => mark !== null && isRunning(mark);
const bothServers = () => [scene.serverOf("redis"), scene.serverOf("postgres")];

describe("a start that is told to stop while its servers start", () => {
  it.each([
    { program: "main.ts", signal: "SIGINT", code: 0 },
    { program: "main.ts", signal: "SIGHUP", code: 0 },
    { program: "commands/rebuild-latest.ts", signal: "SIGINT", code: 1 },
  ] as const)("leaves nothing behind: $program on $signal", async ({ program, signal, code }) => {
    const child = scene.run([`services/standalone/src/${program}`], { PATH: await scene.slowSearchPath() });
    const download = await until(scene.download, isThere);
    const postgres = await until(async () => scene.serverOf("postgres"), isThere);
    expect([download, postgres].map(runs)).toEqual([true, true]);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([code, null]);
    expect([download, postgres].map(runs)).toEqual([false, false]);
    const servers = await scene.openHere();
    const running = bothServers();
    await servers.stop();
    expect(running.map(runs)).toEqual([false, false]);
  });
});

describe("servers whose owner died", () => {
  it("are used by the next start, and stopped with it", async () => {
    const { child, urls } = await scene.startOther();
    const left = bothServers();
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(left.map(runs)).toEqual([true, true]);
    const servers = await scene.openHere();
    expect(servers).toMatchObject(urls);
    expect(bothServers()).toEqual(left);
    await servers.stop();
    expect(left.map(runs)).toEqual([false, false]);
    expect(bothServers()).toEqual([null, null]);
  });

  it("are stopped first where they do not answer", async () => {
    const { child } = await scene.startOther();
    const left = bothServers();
    child.kill("SIGKILL");
    await once(child, "exit");
    for (const mark of left) if (mark !== null) process.kill(mark.pid, "SIGSTOP");
    const servers = await scene.openHere();
    expect(left.map(runs)).toEqual([false, false]);
    await servers.stop();
  });
});

it("uses the servers of a living process and leaves them to it", async () => {
  const { child, urls } = await scene.startOther();
  const running = bothServers();
  const servers = await scene.openHere();
  expect(servers).toMatchObject(urls);
  await servers.stop();
  expect(running.map(runs)).toEqual([true, true]);
  child.stdin?.end();
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(running.map(runs)).toEqual([false, false]);
});

it("says what to do where the note with the password is lost", async () => {
  const { directory } = scene;
  await (await scene.openHere()).stop();
  await rm(join(directory, "servers.json"));
  await expect(scene.openHere()).rejects.toThrow(
    `${directory}/postgres holds data whose password is lost. Restore ${directory}/servers.json, or remove the folder ${directory} to start without data.`,
  );
});
