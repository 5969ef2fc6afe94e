import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { endWithUs } from "./end-with-us.ts";

export interface MainOptions {
  /** The program, such as `services/api/dist/main.js`, or `.ts` to run it from its source. */
  readonly program: string;
  /** What Node is told beside it. */
  readonly flags?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What it writes in its log once it works. */
  readonly sign: string;
}

export interface MainProcess {
  /** Tells it to stop as an operator does, and waits until it has. */
  stop(): Promise<void>;
}

const patienceMs = 60_000;

/** One of our processes as its `main` stands, once it works. */
export async function startMain({ program, flags = [], env, sign }: MainOptions): Promise<MainProcess> {
  const isSource = program.endsWith(".ts");
  const fromSource = isSource ? ["--conditions=source", "--import=tsx"] : [];
  // The pages' elements are preact's, which only their own compiler options say; to the others these make no difference.
  const options = isSource ? { TSX_TSCONFIG_PATH: "services/web/tsconfig.json" } : {};
  const child = spawn(process.execPath, ["--no-warnings", ...flags, ...fromSource, program], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env.PATH, LOG_LEVEL: "info", ...options, ...env },
  });
  child.once("exit", endWithUs({ pid: child.pid }));
  await untilSaid(child, program, sign);
  return {
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

async function untilSaid(child: ChildProcess, program: string, sign: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const giveUp = (why: string) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`${program} ${why}`));
    };
    const timer = setTimeout(giveUp, patienceMs, `did not say "${sign}"`);
    child.once("exit", (code) => giveUp(`ended with ${code}`));
    let said = "";
    let isHeard = false;
    child.stdout?.on("data", (piece: Buffer) => {
      if (isHeard) return;
      said += piece.toString("utf8");
      if (!said.includes(sign)) return;
      isHeard = true;
      clearTimeout(timer);
      resolve();
    });
  });
}
