import { readFileSync } from "node:fs";
import { errorCodeOf } from "@openremit/shared/runtime";
import { z } from "zod";
import type { WayToStop } from "./server-process.ts";

/** A process that another one can find again: by its number, and by when it started, as numbers are given anew. */
export const processMark = z.object({ pid: z.number().int().positive(), started: z.string().nullable() });
export type ProcessMark = z.infer<typeof processMark>;

export function markOf(pid: number): ProcessMark {
  return { pid, started: statusOf(pid)?.started ?? null };
}

/** True while that very process runs. Where the system does not say when a process started, its number alone decides. */
export function isRunning({ pid, started }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCodeOf(error) !== "EPERM") return false;
  }
  const status = statusOf(pid);
  return status === null || (!status.isDead && (started === null || status.started === started));
}

/** Asks a process that is not our child to end, and insists after a while. */
export async function stopRunning(mark: ProcessMark, { signal, deadlineMs }: WayToStop): Promise<void> {
  for (const insistence of [signal, "SIGKILL"] as const) {
    const asked = performance.now();
    // One that was suspended hears nothing before it goes on.
    for (const sent of [insistence, "SIGCONT"] as const) signalIfThere(mark, sent);
    while (isRunning(mark) && performance.now() - asked < deadlineMs) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

function signalIfThere(mark: ProcessMark, signal: NodeJS.Signals): void {
  try {
    if (isRunning(mark)) process.kill(mark.pid, signal);
  } catch (error) {
    if (errorCodeOf(error) !== "ESRCH") throw error;
  }
}

/** From Linux's /proc; null elsewhere. A dead process stays listed until its parent asks after it. */
function statusOf(pid: number): { started: string; isDead: boolean } | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return { isDead: /^[ZX]/.test(fields[0] ?? ""), started: fields[19] ?? "" };
  } catch {
    return null;
  }
}
