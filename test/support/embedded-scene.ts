import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openServers } from "@openremit/standalone/embedded";
import { markOf, type ProcessMark, stopRunning } from "../../services/standalone/src/embedded/process-mark.ts";
import { readNote, type ServerKind } from "../../services/standalone/src/embedded/servers-note.ts";

const programHome = join(process.cwd(), ".data", "redis-server");

/** A data folder of a test's own, and processes that run embedded servers on it. */
export async function openEmbeddedScene() {
  const home = await mkdtemp(join(tmpdir(), "openremit-embedded-"));
  await chmod(home, 0o711);
  const directory = join(home, "simulated");
  const aptPid = join(home, "apt.pid");
  const children: ChildProcess[] = [];

  function run(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
    const child = spawn(process.execPath, ["--conditions=source", "--import=tsx", ...args], {
      env: { LOG_LEVEL: "warn", OPENREMIT_DATA_DIR: home, ...env },
      stdio: ["pipe", "pipe", "ignore"],
    });
    children.push(child);
    return child;
  }

  return {
    directory,
    run,
    /** A process with embedded servers, once both answer. It stops them when its input ends. */
    async startOther(): Promise<{ child: ChildProcess; urls: { redisUrl: string; databaseUrl: string } }> {
      const child = run(["test/support/servers-process.ts", directory, programHome], { PATH: process.env.PATH ?? "" });
      const [line] = await once(child.stdout ?? child, "data");
      return { child, urls: JSON.parse(String(line)) };
    },
    /** A search path on which Redis has to be downloaded, and the download never ends. */
    async slowSearchPath(): Promise<string> {
      const path = join(home, "bin");
      await mkdir(path);
      const script = `#!/bin/sh\necho $$ > ${aptPid}\nexec /bin/sleep 60\n`;
      for (const name of ["apt-get", "dpkg"]) await writeFile(join(path, name), script, { mode: 0o755 });
      return path;
    },
    /** The download of the slow search path, once it is under way. */
    async download(): Promise<ProcessMark | null> {
      const text = await readFile(aptPid, "utf8").catch(() => "");
      return text === "" ? null : markOf(Number.parseInt(text, 10));
    },
    serverOf: (kind: ServerKind): ProcessMark | null => readNote(directory)?.[kind]?.server ?? null,
    openHere: () =>
      openServers({
        directory,
        programHome,
        searchPath: process.env.PATH ?? "",
        redisUrl: undefined,
        databaseUrl: undefined,
        durable: false,
        say: () => undefined,
      }),
    async close() {
      for (const child of children) {
        if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL")) await once(child, "exit");
      }
      const left = (["redis", "postgres"] as const).map((kind) => readNote(directory)?.[kind]?.server ?? null);
      for (const mark of left) if (mark !== null) await stopRunning(mark, { signal: "SIGQUIT", deadlineMs: 500 });
      await rm(home, { recursive: true, force: true });
    },
  };
}
