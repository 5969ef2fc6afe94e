import { removeServers, type Servers } from "@openremit/standalone/embedded";

/** Stops what `jest-start-servers` started and removes its data. */
export default async function stopServers(): Promise<void> {
  const started = (globalThis as { openremitTestServers?: { servers: Servers; directory: string } })
    .openremitTestServers;
  if (started === undefined) return;
  await started.servers.stop();
  await removeServers(started.directory);
}
