import { Counter, type Registry } from "../runtime/index.ts";

/** Counts when PostgreSQL or Redis failed this process: broken connections, and statements that broke with them. */
export interface ServerErrors {
  count(server: "postgres" | "redis"): void;
}

/** @param registry nothing is counted where there is none: commands have no figures. */
export function createServerErrors(registry: Registry | undefined): ServerErrors {
  if (registry === undefined) return { count: () => undefined };
  const errors = new Counter({
    name: "openremit_server_errors_total",
    help: "Times PostgreSQL or Redis failed this process",
    labelNames: ["server"],
    registers: [registry],
  });
  for (const server of ["postgres", "redis"]) errors.inc({ server }, 0);
  return { count: (server) => errors.inc({ server }) };
}
