import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "@jest/globals";
import { isRunning, markOf } from "../../services/standalone/src/embedded/process-mark.ts";
import { until } from "../support/until.ts";

/** Whoever descends from a process, as `ps` tells it everywhere. */
function descendantsOf(pid: number): number[] {
  const pairs = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((word) => Number.parseInt(word, 10)),
    );
  const below = (parent: number): number[] =>
    pairs.flatMap(([child = 0, its]) => (its === parent ? [child, ...below(child)] : []));
  return below(pid);
}

describe("a trial that is ended in the middle", () => {
  it.each(["SIGTERM", "SIGKILL"] as const)(
    "by %s leaves no server and no process behind",
    async (signal) => {
      const args = ["--no-warnings", "--conditions=source", "--import=tsx", "test/support/left-behind.ts"];
      const trial = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      await once(trial.stdout, "data");
      const started = descendantsOf(trial.pid ?? 0).map(markOf);
      expect(started.length).toBeGreaterThanOrEqual(3);
      const gone = once(trial, "exit");
      trial.kill(signal);

      expect(await gone).toEqual([null, signal]);
      await until(() => started.every((mark) => !isRunning(mark)));
    },
    90_000,
  );
});
