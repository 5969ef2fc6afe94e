import { rm } from "node:fs/promises";
import type { Servers } from "@openremit/standalone/embedded";

/** Stops what `jest-start-servers` started and removes its data. */
export default async function stopServers(): Promise<void> {
  const started = (globalThis as { openremitTestServers?: { servers: Servers; directory: string } })
    .openremitTestServers;
  if (started === undefined) return;
  await started.servers.stop();
  await rm(started.directory, { recursive: true, force: true });
}
