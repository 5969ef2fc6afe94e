export type { EmbeddedServer } from "./redis-server.ts";
export { openServers, type ServerOptions, type Servers } from "./servers.ts";
