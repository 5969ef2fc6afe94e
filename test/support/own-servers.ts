import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../services/standalone/src/embedded/postgres-server.ts";
import { type StartedServer, startRedis } from "../../services/standalone/src/embedded/redis-server.ts";

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

const password = "of-no-importance";
const say = (line: string) => void process.stderr.write(`${line}\n`);

export function startOwnRedis(): Promise<OwnServer> {
  const programHome = join(process.cwd(), ".data", "redis-server");
  const searchPath = process.env.PATH ?? "";
  return startOwn("SIGKILL", (directory, port) =>
    startRedis({ directory, programHome, searchPath, password, say, ...(port !== undefined && { port }) }),
  );
}

/** In a folder of its own below `parent`. SIGQUIT is PostgreSQL's own way to die on the spot with all its processes. */
export function startOwnPostgres(parent = tmpdir()): Promise<OwnServer> {
  const start: Start = (directory, port) =>
    startPostgres({ directory, password, say, durable: true, ...(port !== undefined && { port }) });
  return startOwn("SIGQUIT", start, parent);
}

async function startOwn(deadly: NodeJS.Signals, start: Start, parent = tmpdir()): Promise<OwnServer> {
  const home = await mkdtemp(join(parent, "openremit-own-"));
  await chmod(home, 0o711);
  let lives = 1;
  let server = await start(join(home, "data-1"), undefined);
  const { url } = server;
  const { port } = new URL(url);
  return {
    url,
    async kill() {
      server.signal(deadly);
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
