import { ConfigError } from "@openremit/shared/domain";
import { isRunning, markOf, type ProcessMark, stopRunning } from "./process-mark.ts";
import type { EmbeddedServer } from "./redis-server.ts";
import type { WayToStop } from "./server-process.ts";
import { noteServer, readNote, type ServerKind, type ServerNote } from "./servers-note.ts";

/** A kind of server as this needs to know it. */
export interface ServerWays {
  readonly kind: ServerKind;
  readonly wayToStop: WayToStop;
  answers(url: string): Promise<boolean>;
  /** Tells of the process as soon as there is one, before it answers. */
  start(onSpawned: (url: string, pid: number) => void): Promise<EmbeddedServer>;
}

const patienceMs = 30_000;

/**
 * One server of a data folder. Another living process runs it: it is used and stays. Its owner died and left it behind:
 * it is used, and ours to stop. Else it is started, and ours to stop.
 */
export async function openServer(directory: string, ways: ServerWays, stopping?: AbortSignal): Promise<EmbeddedServer> {
  const { kind, wayToStop } = ways;
  const left = readNote(directory)?.[kind] ?? null;
  if (left !== null && (await isOfAnother(left, ways, stopping))) return { url: left.url, stop: async () => undefined };
  if (left !== null && isRunning(left.server)) {
    if (await ways.answers(left.url)) return own(left.url, left.server, () => stopRunning(left.server, wayToStop));
    await stopRunning(left.server, wayToStop);
  }
  try {
    const server = await ways.start((url, pid) => note(url, markOf(pid)));
    return { url: server.url, stop: () => stopAndForget(server.stop) };
  } catch (error) {
    noteServer(directory, kind, null);
    throw error;
  }

  function own(url: string, server: ProcessMark, stop: () => Promise<void>): EmbeddedServer {
    note(url, server);
    return { url, stop: () => stopAndForget(stop) };
  }

  function note(url: string, server: ProcessMark): void {
    noteServer(directory, kind, { url, server, owner: markOf(process.pid) });
  }

  async function stopAndForget(stop: () => Promise<void>): Promise<void> {
    await stop();
    noteServer(directory, kind, null);
  }
}

/** True once it answers. False where its owner or itself is gone. */
async function isOfAnother(left: ServerNote, { kind, answers }: ServerWays, stopping?: AbortSignal): Promise<boolean> {
  const asked = performance.now();
  while (isRunning(left.owner) && isRunning(left.server)) {
    stopping?.throwIfAborted();
    if (await answers(left.url)) return true;
    if (performance.now() - asked > patienceMs) {
      throw new ConfigError(
        `The ${kind} that process ${left.owner.pid} started does not answer. Stop that process first.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
