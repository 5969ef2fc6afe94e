import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const service = z.looseObject({
  image: z.string().optional(),
  build: z.looseObject({ dockerfile: z.string() }).optional(),
  user: z.string().optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  profiles: z.array(z.string()).default([]),
  restart: z.string().optional(),
  read_only: z.boolean().default(false),
  privileged: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional() }).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  configs: z.array(z.object({ source: z.string(), target: z.string() })).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  deploy: z
    .looseObject({
      resources: z
        .looseObject({
          limits: z.looseObject({
            cpus: z.string().optional(),
            memory: z.string().optional(),
            pids: z.number().optional(),
          }),
        })
        .optional(),
    })
    .optional(),
});
export type ComposeService = z.infer<typeof service>;

const composeFile = z.looseObject({
  services: z.record(z.string(), service),
  configs: z.record(z.string(), z.object({ file: z.string() })).default({}),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })).default({}),
  volumes: z.record(z.string(), z.unknown()).default({}),
});
export type ComposeFile = z.infer<typeof composeFile>;

/** `${NAME}`, `${NAME:-usual}`, `${NAME:?what is missing}`. */
const reference = /\$\{([A-Z_0-9]+)(?::([-?])([^}]*))?\}/g;

export interface ReadCompose {
  /** As YAML says it once variables are filled in: what the schema judges. */
  readonly document: unknown;
  readonly file: ComposeFile;
  /** Variables of `.env` that it asks for. */
  readonly variables: ReadonlySet<string>;
  /** Those of them without which Docker Compose does nothing, with what it then says. */
  readonly required: ReadonlyMap<string, string>;
}

/** Reads a compose file as Docker Compose does: anchors and merges first, then variables in what is text. */
export function parseCompose(text: string, env: Readonly<Record<string, string>>): ReadCompose {
  const variables = new Set<string>();
  const required = new Map<string, string>();
  const fill = (value: unknown): unknown => {
    if (typeof value === "string") {
      return value.replaceAll(reference, (_all, name: string, sign: string | undefined, usual: string) => {
        variables.add(name);
        if (sign === "?") required.set(name, usual);
        return env[name] || (sign === "-" ? usual : "");
      });
    }
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typed(key, fill(inner))]));
  };
  const document = fill(parse(text, { merge: true }));
  return { document, file: composeFile.parse(document), variables, required };
}

/** Numbers that are written as variables: Docker Compose knows from the place what they are. */
function typed(key: string, value: unknown): unknown {
  return key === "replicas" && typeof value === "string" ? z.coerce.number().parse(value) : value;
}

export function loadCompose(root: string, env: Readonly<Record<string, string>>): ReadCompose {
  return parseCompose(readFileSync(join(root, "docker-compose.yml"), "utf8"), env);
}
