import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../services/standalone/src/embedded/postgres-server.ts";
import { type StartedServer, startRedis } from "../../services/standalone/src/embedded/redis-server.ts";
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

type Start = (directory: string, port: number | undefined) => Promise<StartedServer>;
type Kill = (server: StartedServer) => Promise<void>;

const password = "of-no-importance";
const say = (line: string) => void process.stderr.write(`${line}\n`);

export function startOwnRedis(): Promise<OwnServer> {
  const programHome = join(process.cwd(), ".data", "redis-server");
  const searchPath = process.env.PATH ?? "";
  const start: Start = (directory, port) =>
    startRedis({ directory, programHome, searchPath, password, say, ...(port !== undefined && { port }) });
  return startOwn(start, async (server) => server.signal("SIGKILL"));
}

/** In a folder of its own below `parent`. */
export function startOwnPostgres(parent = tmpdir()): Promise<OwnServer> {
  let pid = 0;
  const start: Start = (directory, port) =>
    startPostgres({
      directory,
      password,
      say,
      durable: true,
      onSpawned: (_url, spawned) => {
        pid = spawned;
      },
      ...(port !== undefined && { port }),
    });
  return startOwn(start, (server) => killPostgres(server, pid), parent);
}

/** With every process of its own at once, as when the power goes. Where /proc does not tell them, by its "immediate shutdown". */
async function killPostgres(server: StartedServer, pid: number): Promise<void> {
  const children = read(`/proc/${pid}/task/${pid}/children`)?.split(" ").filter(Boolean).map(toPid);
  if (children === undefined) return server.signal("SIGQUIT");
  server.signal("SIGKILL");
  for (const child of children) killSurvivor(child);
  // The next one refuses to start while memory is shared with a process of the last one.
  await until(() => children.every((child) => / Z /.test(read(`/proc/${child}/stat`) ?? " Z ")));
}

function toPid(text: string): number {
  return Number.parseInt(text, 10);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function killSurvivor(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It went with its parent.
  }
}

async function startOwn(start: Start, kill: Kill, parent = tmpdir()): Promise<OwnServer> {
  const home = await mkdtemp(join(parent, "openremit-own-"));
  await chmod(home, 0o711);
  let lives = 1;
  let server = await start(join(home, "data-1"), undefined);
  const { url } = server;
  const { port } = new URL(url);
  return {
    url,
    async kill() {
      await kill(server);
      await server.stop();
    },
    async comeBack(memory = "whole") {
      if (memory === "empty") lives += 1;
      server = await start(join(home, `data-${lives}`), Number.parseInt(port, 10));
    },
    hang: () => server.signal("SIGSTOP"),
    goOn: () => server.signal("SIGCONT"),
    async close() {
      server.signal("SIGCONT");
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
