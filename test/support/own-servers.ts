import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../services/standalone/src/embedded/postgres-server.ts";
import { type StartedServer, startRedis } from "../../services/standalone/src/embedded/redis-server.ts";
import { endWithUs } from "./end-with-us.ts";

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
type Start = (place: Place) => Promise<StartedServer>;

const password = "of-no-importance";
const say = (line: string) => void process.stderr.write(`${line}\n`);

export function startOwnRedis(): Promise<OwnServer> {
  const programHome = join(process.cwd(), ".data", "redis-server");
  const searchPath = process.env.PATH ?? "";
  return startOwn("SIGKILL", (place) => startRedis({ ...place, programHome, searchPath, password, say }));
}

/** In a folder of its own below `parent`. SIGQUIT is PostgreSQL's own way to die on the spot with all its processes. */
export function startOwnPostgres(parent = tmpdir()): Promise<OwnServer> {
  return startOwn("SIGQUIT", (place) => startPostgres({ ...place, password, say, durable: true }), parent);
}

async function startOwn(deadly: NodeJS.Signals, start: Start, parent = tmpdir()): Promise<OwnServer> {
  const home = await mkdtemp(join(parent, "openremit-own-"));
  await chmod(home, 0o711);
  let lives = 1;
  let forget: () => void = () => undefined;
  const onSpawned = (_url: string, pid: number) => {
    forget = endWithUs({ pid, signal: deadly, folder: home });
  };
  let server = await start({ directory: join(home, "data-1"), onSpawned });
  const { url } = server;
  const { port } = new URL(url);
  return {
    url,
    async kill() {
      server.signal(deadly);
      await server.stop();
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
