import { spawn } from "node:child_process";

/** What is not to outlive us. */
interface Ours {
  /** A process, and the signal at which it ends at once. */
  readonly pid?: number | undefined;
  readonly signal?: NodeJS.Signals;
  readonly folder?: string;
}

/** Its input ends when we do, however that comes. */
const watch = `read -r nothing
if [ -n "$1" ]; then kill -s CONT "$1"; kill -s "$2" "$1"; sleep 1; fi
if [ -n "$3" ]; then rm -rf "$3"; fi`;

/**
 * Ends what we have started should we end in the middle, also by SIGKILL: servers run in process groups of their own and
 * would stay. Returns the way to forget it, once it has ended otherwise.
 */
export function endWithUs({ pid, signal = "SIGKILL", folder = "" }: Ours): () => void {
  const args = ["-c", watch, "end-with-us", `${pid ?? ""}`, signal.replace("SIG", ""), folder];
  const watcher = spawn("/bin/sh", args, { stdio: ["pipe", "ignore", "ignore"], detached: true });
  return () => void watcher.kill("SIGKILL");
}
