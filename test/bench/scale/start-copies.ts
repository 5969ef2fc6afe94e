import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseDecimal } from "@openremit/shared/domain";
import { findFreePort } from "../../../services/standalone/src/embedded/free-port.ts";
import { endWithUs } from "../../support/end-with-us.ts";
import { until } from "../../support/until.ts";

export interface Copies {
  readonly origins: readonly string[];
  /** Of all together, since each began. */
  readCpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

interface Started {
  readonly program: string;
  readonly flags?: readonly string[];
  /** Names the variable that takes the port of /metrics. */
  readonly portVariable: "PORT" | "METRICS_PORT";
  /** Answers 200 once the process works. */
  readonly readyPath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** So many built processes of a kind, each at a port of its own. */
export async function startCopies(
  count: number,
  { program, flags = [], portVariable, readyPath, env }: Started,
): Promise<Copies> {
  const ports = await Promise.all(Array.from({ length: count }, findFreePort));
  const children = ports.map((port) =>
    spawn(process.execPath, [...flags, program], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { PATH: process.env.PATH, LOG_LEVEL: "error", HOST: "127.0.0.1", ...env, [portVariable]: `${port}` },
    }),
  );
  for (const child of children) child.once("exit", endWithUs({ pid: child.pid }));
  const origins = ports.map((port) => `http://127.0.0.1:${port}`);
  await Promise.all(origins.map((origin) => until(() => isReady(`${origin}${readyPath}`), Boolean, 30_000)));
  return {
    origins,
    async readCpuSeconds() {
      const each = await Promise.all(origins.map(cpuSecondsOf));
      return each.reduce((sum, seconds) => sum + seconds, 0);
    },
    async stop() {
      const closed = children.map((child) => once(child, "close"));
      for (const child of children) child.kill("SIGTERM");
      await Promise.all(closed);
    },
  };
}

async function cpuSecondsOf(origin: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return parseDecimal(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1] ?? "0").toNumber();
}

function isReady(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
