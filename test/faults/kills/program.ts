import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { endWithUs } from "../../support/end-with-us.ts";

/** Something that is killed and comes back at the same address with what it had on its disk. */
export interface Victim {
  readonly name: string;
  /** From one moment to the next: it has no time for a last word. */
  kill(): Promise<void>;
  comeBack(): Promise<void>;
}

export interface Program extends Victim {
  /** True where it ended although nobody killed it. */
  fellOver(): boolean;
}

interface ProgramOptions {
  /** Such as `workers/recorder`. */
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it writes in its log once it works. */
  readonly sign: string;
}

const patienceMs = 30_000;

/** One of our processes, run from its source as its `main.ts` stands. */
export async function startProgram({ home, env, sign }: ProgramOptions): Promise<Program> {
  let child = spawnMain(home, env);
  await untilSaid(child, sign);
  return {
    name: home.replace(/^.*\//, ""),
    async kill() {
      if (hasEnded(child)) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
    async comeBack() {
      child = spawnMain(home, env);
      await untilSaid(child, sign);
    },
    fellOver: () => hasEnded(child),
  };
}

function spawnMain(home: string, env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(
    process.execPath,
    ["--no-warnings", "--conditions=source", "--import=tsx", `${home}/src/main.ts`],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { PATH: process.env.PATH, LOG_LEVEL: "info", ...env },
    },
  );
  child.once("exit", endWithUs({ pid: child.pid }));
  return child;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function untilSaid(child: ChildProcess, sign: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${child.spawnargs.at(-1)} did not say "${sign}"`)), patienceMs);
    child.once("exit", (code) => reject(new Error(`${child.spawnargs.at(-1)} ended with ${code}`)));
    let said = "";
    child.stdout?.on("data", (piece: Buffer) => {
      if (said === sign) return;
      said += piece.toString("utf8");
      if (!said.includes(sign)) return;
      said = sign;
      clearTimeout(timer);
      resolve();
    });
  });
}
