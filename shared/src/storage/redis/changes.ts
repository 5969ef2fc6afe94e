import type { Redis } from "ioredis";
import { type ChangeAnnouncement, changeAnnouncement } from "../../contracts/index.ts";

/** "resync": announcements may have been lost, so everything known may be old. */
export type ChangeListener = (change: ChangeAnnouncement | "resync") => void;

/** Subscribes on a connection of its own, because a subscribed connection can do nothing else. */
export async function subscribeToChanges(
  redis: Redis,
  channel: string,
  listener: ChangeListener,
): Promise<() => Promise<void>> {
  // Subscribed again by hand: "resync" must come after the subscription stands, or a change could fall in between.
  const connection = redis.duplicate({
    connectionName: channel,
    autoResubscribe: false,
    lazyConnect: true,
    maxRetriesPerRequest: null,
  });
  connection.on("error", () => undefined); // It reconnects by itself, and says so with "resync".
  connection.on("message", (_, text) => listener(parseChange(text)));
  try {
    await connection.connect();
    await connection.subscribe(channel);
  } catch (error) {
    connection.disconnect();
    throw error;
  }
  connection.on("ready", () => {
    connection.subscribe(channel).then(
      () => listener("resync"),
      () => connection.disconnect(true),
    );
  });
  return async () => {
    connection.disconnect();
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
