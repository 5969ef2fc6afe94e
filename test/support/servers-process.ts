import { openServers } from "@openremit/standalone/embedded";

/** Embedded servers as a process of its own, to be killed: `servers-process.ts <directory> <programHome>`. */
const [directory = "", programHome = ""] = process.argv.slice(2);
const servers = await openServers({
  directory,
  programHome,
  searchPath: process.env.PATH ?? "",
  redisUrl: undefined,
  databaseUrl: undefined,
  durable: false,
  say: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(`${JSON.stringify({ redisUrl: servers.redisUrl, databaseUrl: servers.databaseUrl })}\n`);
process.stdin.on("end", () => void servers.stop().then(() => process.exit(0))).resume();
