import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Does what the README says, as a newcomer would: `npm start`, a ranked answer, Ctrl-C, and a second start that keeps the
 * data. The limits are those a person would still wait for; the times are printed, not judged.
 */
const patienceMs = { start: 180_000, stop: 20_000 };

interface Started {
  readonly url: string;
  readonly seconds: number;
  /** Sends Ctrl-C, as a terminal does: to the whole process group. */
  interrupt(): Promise<number>;
}

async function start(dataDirectory: string): Promise<Started> {
  const began = performance.now();
  const child = spawn("npm", ["start"], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, OPENREMIT_DATA_DIR: dataDirectory },
  });
  const url = await waitForAddress(child);
  const group = child.pid;
  if (group === undefined) throw new Error("npm start has no process id");
  return { url, seconds: secondsSince(began), interrupt: () => interrupt(group) };
}

function waitForAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string) => reject(new Error(`npm start ${why}:\n${said}`));
    const patience = setTimeout(() => fail("printed no address in time"), patienceMs.start);
    const hear = (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const address = /^Ready: (http:\S+)$/m.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(patience);
      resolve(address);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("exit", (code) => fail(`ended with ${code}`));
  });
}

/** Ends when every process of the group is gone, not only npm. */
async function interrupt(group: number): Promise<number> {
  const began = performance.now();
  process.kill(-group, "SIGINT");
  while (isAlive(group)) {
    if (performance.now() - began > patienceMs.stop) throw new Error("Ctrl-C left a process behind");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return secondsSince(began);
}

function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

async function serverAddresses(dataDirectory: string): Promise<readonly string[]> {
  const note = JSON.parse(await readFile(join(dataDirectory, "simulated", "servers.json"), "utf8"));
  return [note.redis.url, note.postgres.url];
}

/** The embedded servers live in groups of their own: they must be gone too. */
async function assertServersGone(addresses: readonly string[]): Promise<void> {
  for (const url of addresses) {
    const { hostname, port } = new URL(url);
    const socket = connect(Number.parseInt(port, 10), hostname);
    const answered = await new Promise((resolve) =>
      socket.on("connect", () => resolve(true)).on("error", () => resolve(false)),
    );
    socket.destroy();
    if (answered) throw new Error(`Ctrl-C left a server behind at ${hostname}:${port}`);
  }
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 100) / 10;
}

async function askForRanking(url: string): Promise<string> {
  const response = await fetch(new URL("/v1/corridors/be-ma/offers?pay=200", url));
  const answer = (await response.json()) as {
    simulated?: boolean;
    offers?: { provider: { name: string }; received: string }[];
  };
  const best = answer.offers?.[0];
  if (response.status !== 200 || best === undefined || answer.simulated !== true) {
    throw new Error(`no ranked, simulated answer: ${response.status} ${JSON.stringify(answer).slice(0, 500)}`);
  }
  const page = await fetch(new URL("/?corridor=be-ma.MAD&pay=200", url));
  if (!(await page.text()).includes(best.provider.name))
    throw new Error(`the page does not name ${best.provider.name}`);
  return `${answer.offers?.length} offers, best: ${best.provider.name} puts ${best.received} MAD in the hand`;
}

const dataDirectory = await mkdtemp(join(tmpdir(), "openremit-start-"));
await chmod(dataDirectory, 0o711);
try {
  for (const which of ["first", "second"]) {
    const running = await start(dataDirectory);
    const asked = askForRanking(running.url);
    await asked.catch(() => running.interrupt());
    const answer = await asked;
    const servers = await serverAddresses(dataDirectory);
    const stopSeconds = await running.interrupt();
    await assertServersGone(servers);
    process.stdout.write(`${which} start: ready after ${running.seconds} s, stopped in ${stopSeconds} s; ${answer}\n`);
  }
} finally {
  await rm(dataDirectory, { recursive: true, force: true });
}
