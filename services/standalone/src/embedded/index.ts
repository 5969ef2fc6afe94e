export type { EmbeddedServer } from "./redis-server.ts";
export { openServers, removeServers, type ServerOptions, type Servers } from "./servers.ts";
