import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../services/standalone/src/embedded/postgres-server.ts";
import { isRunning, markOf } from "../../services/standalone/src/embedded/process-mark.ts";
import { type StartedServer, startRedis } from "../../services/standalone/src/embedded/redis-server.ts";
import { endWithUs } from "./end-with-us.ts";
import { until } from "./until.ts";

/** A server of a test's own, which may die, hang and come back at the same address. */
export interface OwnServer {
  readonly url: string;
  /** It is gone from one moment to the next. */
  kill(): Promise<void>;
  /** Starts again after `kill`, with what it held or with nothing. */
  comeBack(memory?: "whole" | "empty"): Promise<void>;
  /** It keeps its connections and answers nothing. */
  hang(): void;
  goOn(): void;
  close(): Promise<void>;
}

interface Place {
  readonly directory: string;
  readonly port?: number;
  readonly onSpawned: (url: string, pid: number) => void;
}
interface Kind {
  start(place: Place): Promise<StartedServer>;
  kill(pid: number): Promise<void>;
  /** Ends it without a wait. */
  readonly deadly: NodeJS.Signals;
}

const password = "of-no-importance";
const say = (line: string) => void process.stderr.write(`${line}\n`);

export function startOwnRedis(): Promise<OwnServer> {
  const programHome = join(process.cwd(), ".data", "redis-server");
  const searchPath = process.env.PATH ?? "";
  return startOwn({
    start: (place) => startRedis({ ...place, programHome, searchPath, password, say }),
    kill: async (pid) => void process.kill(pid, "SIGKILL"),
    deadly: "SIGKILL",
  });
}

/** In a folder of its own below `parent`. */
export function startOwnPostgres(parent = tmpdir()): Promise<OwnServer> {
  const start: Kind["start"] = (place) => startPostgres({ ...place, password, say, durable: true });
  return startOwn({ start, kill: killPostgres, deadly: "SIGQUIT" }, parent);
}

/**
 * With every process of its own at once, as when the power goes: held still meanwhile, so that none is gone or new. Where
 * /proc does not name them, by SIGQUIT, which is PostgreSQL's own way to die on the spot.
 */
async function killPostgres(pid: number): Promise<void> {
  process.kill(pid, "SIGSTOP");
  const children = childrenOf(pid)?.map(markOf);
  for (const child of children ?? []) process.kill(child.pid, "SIGKILL");
  for (const signal of children === undefined ? (["SIGQUIT", "SIGCONT"] as const) : (["SIGKILL"] as const))
    process.kill(pid, signal);
  // The next one refuses to start while it shares memory with a process of the last one.
  await until(() => children?.every((child) => !isRunning(child)) ?? true);
}

function childrenOf(pid: number): number[] | undefined {
  try {
    const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    return pids.filter(Boolean).map((text) => Number.parseInt(text, 10));
  } catch {
    return undefined;
  }
}

async function startOwn({ start, kill, deadly }: Kind, parent = tmpdir()): Promise<OwnServer> {
  const home = await mkdtemp(join(parent, "openremit-own-"));
  await chmod(home, 0o711);
  let lives = 1;
  let running: number | null = null;
  let forget: () => void = () => undefined;
  const onSpawned = (_url: string, pid: number) => {
    running = pid;
    forget = endWithUs({ pid, signal: deadly, folder: home });
  };
  let server = await start({ directory: join(home, "data-1"), onSpawned });
  const { url } = server;
  const { port } = new URL(url);
  return {
    url,
    async kill() {
      if (running !== null) await kill(running);
      await server.stop();
      running = null;
      forget();
    },
    async comeBack(memory = "whole") {
      if (memory === "empty") lives += 1;
      server = await start({ directory: join(home, `data-${lives}`), port: Number.parseInt(port, 10), onSpawned });
    },
    hang: () => server.signal("SIGSTOP"),
    goOn: () => server.signal("SIGCONT"),
    async close() {
      server.signal("SIGCONT");
      await server.stop();
      forget();
      await rm(home, { recursive: true, force: true });
    },
  };
}
