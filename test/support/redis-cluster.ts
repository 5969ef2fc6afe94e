import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { findFreePort } from "../../services/standalone/src/embedded/free-port.ts";
import { findRedisProgram } from "../../services/standalone/src/embedded/redis-program.ts";
import { answersRedis, wayToStopRedis } from "../../services/standalone/src/embedded/redis-server.ts";
import {
  type ServerProcess,
  startServerProcess,
  waitUntilReady,
} from "../../services/standalone/src/embedded/server-process.ts";
import { until } from "./until.ts";

/** Three masters on loopback that share the keys: a real Redis Cluster of a test's own. */
export interface RedisCluster {
  /** As REDIS_URL has it. */
  readonly url: string;
  /** One address a node. */
  readonly nodes: readonly string[];
  /** Keys by the node that holds them. */
  keysByNode(pattern: string): Promise<string[][]>;
  /** Every node ends the connections of this name. */
  hangUpOn(connectionName: string): Promise<void>;
  close(): Promise<void>;
}

const password = "of-no-importance";
const slots = 16_384;
const masters = 3;

interface Node {
  readonly url: string;
  readonly port: number;
  readonly busPort: number;
  readonly process: ServerProcess;
}

export async function startRedisCluster(): Promise<RedisCluster> {
  const home = await mkdtemp(join(tmpdir(), "openremit-cluster-"));
  await chmod(home, 0o711);
  const nodes: Node[] = [];
  for (let index = 0; index < masters; index += 1) nodes.push(await startNode(join(home, `node-${index}`)));
  const clients = nodes.map(({ url }) => new Redis(url));
  await meet(nodes, clients);
  return {
    url: nodes.map(({ url }) => url).join(","),
    nodes: nodes.map(({ url }) => url),
    keysByNode: (pattern) => Promise.all(clients.map((client) => client.keys(pattern))),
    async hangUpOn(connectionName) {
      for (const client of clients) {
        const lines = String(await client.client("LIST")).split("\n");
        for (const line of lines.filter((one) => one.includes(` name=${connectionName} `))) {
          await client.client("KILL", "ID", /^id=(\d+)/.exec(line)?.[1] ?? "");
        }
      }
    },
    async close() {
      for (const client of clients) client.disconnect();
      await Promise.all(nodes.map(({ process }) => process.stop()));
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function startNode(directory: string): Promise<Node> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const searchPath = process.env.PATH ?? "";
  const program = await findRedisProgram(join(process.cwd(), ".data", "redis-server"), { searchPath, say });
  await mkdir(directory);
  const [port, busPort] = [await findFreePort(), await findFreePort()];
  const settings = {
    bind: "127.0.0.1",
    port,
    dir: `"${directory}"`,
    requirepass: password,
    masterauth: password,
    appendonly: "yes",
    save: '""',
    "maxmemory-policy": "noeviction",
    "cluster-enabled": "yes",
    "cluster-port": busPort,
    "cluster-announce-ip": "127.0.0.1",
    "cluster-node-timeout": 5_000,
  };
  const server = startServerProcess(program.path, ["-"], {
    cwd: directory,
    env: { PATH: searchPath, ...(program.libraryPath === null ? {} : { LD_LIBRARY_PATH: program.libraryPath }) },
    input: `${Object.entries(settings)
      .map(([name, value]) => `${name} ${value}`)
      .join("\n")}\n`,
    wayToStop: wayToStopRedis,
  });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  await waitUntilReady("Redis", server, () => answersRedis(url));
  return { url, port, busPort, process: server };
}

/** What `redis-cli --cluster create` does. */
async function meet(nodes: readonly Node[], clients: readonly Redis[]): Promise<void> {
  const share = Math.ceil(slots / nodes.length);
  await Promise.all(
    clients.map(async (client, index) => {
      await client.cluster("SET-CONFIG-EPOCH", index + 1);
      const last = Math.min(slots, (index + 1) * share) - 1;
      await client.cluster("ADDSLOTSRANGE", index * share, last);
    }),
  );
  for (const { port, busPort } of nodes.slice(1)) await clients[0]?.call("CLUSTER", "MEET", "127.0.0.1", port, busPort);
  await until(async () => {
    const infos = await Promise.all(clients.map((client) => client.cluster("INFO")));
    return infos.every((info) => /cluster_state:ok/.test(info) && info.includes(`cluster_size:${nodes.length}`));
  });
}
