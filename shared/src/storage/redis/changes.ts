import type { Redis } from "ioredis";
import { type ChangeAnnouncement, changeAnnouncement } from "../../contracts/index.ts";
import { connectToOne, type RedisClient } from "../../redis/index.ts";

/** "resync": announcements may have been lost, so everything known may be old. */
export type ChangeListener = (change: ChangeAnnouncement | "resync") => void;

const longestWaitMs = 2_000;

/**
 * Subscribes on a connection of its own, because a subscribed connection can do nothing else. One that is lost is made
 * anew, to another node of a cluster: "resync" comes after the new subscription stands, or a change could fall in between.
 */
export async function subscribeToChanges(
  redis: RedisClient,
  channel: string,
  listener: ChangeListener,
): Promise<() => Promise<void>> {
  let connection: Redis | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  async function listen(): Promise<void> {
    const opened = await connectToOne(redis, {
      connectionName: channel,
      autoResubscribe: false,
      lazyConnect: true,
      maxRetriesPerRequest: null,
      retryStrategy: null,
    });
    if (isStopped) return opened.disconnect();
    connection = opened;
    opened.on("error", () => undefined); // It is made anew, and "resync" says so.
    opened.on("message", (_, text) => listener(parseChange(text)));
    try {
      await opened.connect();
      await opened.subscribe(channel);
    } catch (error) {
      opened.disconnect();
      throw error;
    }
    opened.once("end", () => listenAgain(1));
  }

  function listenAgain(tries: number): void {
    if (isStopped) return;
    timer = setTimeout(
      () =>
        listen().then(
          () => listener("resync"),
          () => listenAgain(tries + 1),
        ),
      Math.min(tries * 50, longestWaitMs),
    );
  }

  await listen();
  return async () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
    connection?.disconnect();
  };
}

/** An announcement nobody understands still says that something changed. */
function parseChange(text: string): ChangeAnnouncement | "resync" {
  try {
    return changeAnnouncement.parse(JSON.parse(text));
  } catch {
    return "resync";
  }
}
