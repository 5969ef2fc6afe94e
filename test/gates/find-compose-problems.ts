import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { parseEnvironment } from "@openremit/shared/runtime";
import { Ajv } from "ajv";
import composeverter from "composeverter";
import { programVariables, sourceKeyVariable, variableOf } from "../../services/standalone/src/variables.ts";
import type { ComposeFile, ComposeService, ReadCompose } from "./compose-file.ts";

/** Who may be asked from outside this machine; whoever else publishes a port does so on the machine itself. */
const published = new Set(["front", "front-tls"]);
const ownImage = "openremit:local";
/** The record, its projection, and what readers are counted in. */
const stores = new Set(["redis", "redis-limits", "postgres"]);

/** The package writes patterns as JavaScript does, between slashes; JSON Schema does not. */
function withoutSlashes(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutSlashes);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      const isPattern = key === "pattern" && typeof value === "string";
      return [key, isPattern ? value.replace(/^\/(.*)\/$/, "$1") : withoutSlashes(value)];
    }),
  );
}

const composeSchema = withoutSlashes(composeverter.getDockerComposeSchemaWithoutFormats()) as object;
const matchesSchema = new Ajv({ strict: false, allErrors: true }).compile(composeSchema);

/** What is wrong with the compose file: against its schema, and against what we promise of every service. */
export function findComposeProblems({ document, file }: ReadCompose, root: string): string[] {
  if (!matchesSchema(document)) {
    return (matchesSchema.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
  }
  return [
    ...Object.entries(file.services).flatMap(([name, service]) =>
      [
        ...findOpenings(name, service),
        ...findReach(name, service, file),
        ...findLostReferences(service, file),
        ...findOrderProblems(service, file),
        ...findPostgresProblems(service, file),
        ...findRunProblems(service),
        ...findProgramProblems(service, root),
      ].map((problem) => `${name}: ${problem}`),
    ),
    ...Object.values(file.configs)
      .filter(({ file: path }) => !existsSync(join(root, path)))
      .map(({ file: path }) => `${path} is not there`),
    ...findSpooling(file, root),
  ];
}

function findOpenings(name: string, service: ComposeService): string[] {
  const problems: string[] = [];
  const { user = "root", image = "" } = service;
  if (!/^[1-9]\d*(:[1-9]\d*)?$/.test(user)) problems.push(`runs as ${user}: give it a user by number`);
  if (!service.read_only) problems.push("may write to its own files: read_only: true");
  if (!service.cap_drop.includes("ALL")) problems.push("keeps capabilities: cap_drop: [ALL]");
  if (!service.security_opt.includes("no-new-privileges:true"))
    problems.push("may gain privileges: no-new-privileges:true");
  if (service.privileged) problems.push("is privileged");
  if (service.volumes.some((volume) => volume.includes("docker.sock"))) problems.push("holds the engine's socket");
  if (image !== ownImage && !/:\d[\w.-]*$|:v\d[\w.-]*$/.test(image))
    problems.push(`its image ${image} names no version`);
  for (const port of service.ports) {
    if (stores.has(name) || (!published.has(name) && !port.startsWith("127.0.0.1:")))
      problems.push(`publishes ${port}`);
    // Docker hands on what comes by IPv6 from one address of its own, and whoever counts readers sees one.
    else if (!/^\d+\.\d+\.\d+\.\d+:\d+:\d+$/.test(port))
      problems.push(`publishes ${port} by IPv6, too: begin with 0.0.0.0:`);
  }
  return problems;
}

function findReach(name: string, { networks }: ComposeService, { networks: all }: ComposeFile): string[] {
  if (networks.length === 0) return ["is in everybody's network: name its own"];
  const open = networks.filter((network) => all[network]?.internal !== true);
  return stores.has(name) ? open.map((network) => `is in the network ${network}, which leads outside`) : [];
}

/** Names that stand nowhere: Docker Compose refuses the file. */
function findLostReferences(service: ComposeService, file: ComposeFile): string[] {
  const lost = (kind: string, names: readonly string[], known: object) =>
    names.filter((name) => !(name in known)).map((name) => `names the ${kind} ${name}, which is nowhere`);
  const named = service.volumes.map((volume) => volume.split(":", 1)[0] ?? "").filter((name) => /^\w/.test(name));
  const sources = service.configs.map(({ source }) => source);
  return [
    ...lost("network", service.networks, file.networks),
    ...lost("volume", named, file.volumes),
    ...lost("config", sources, file.configs),
    ...lost("service", Object.keys(service.depends_on), file.services),
  ];
}

/** Whether what a service waits for ever comes, and comes too early for none. */
function findOrderProblems(service: ComposeService, { services }: ComposeFile): string[] {
  const problems: string[] = [];
  for (const [name, { condition }] of Object.entries(service.depends_on)) {
    const other = services[name];
    if (other === undefined) continue;
    if (other.profiles.some((profile) => !service.profiles.includes(profile)))
      problems.push(`waits for ${name}, which its profile leaves out`);
    if (condition === "service_healthy" && other.healthcheck?.test === undefined)
      problems.push(`waits for ${name} to be healthy, and nobody asks whether it is`);
    if (condition === "service_completed_successfully" && other.restart !== "no")
      problems.push(`waits for the end of ${name}, which is started again`);
    if (programOf(service)?.endsWith("/restore.js") && other.image === ownImage)
      problems.push(`waits for ${name}, which makes tables: a restore wants an empty database`);
  }
  return problems;
}

/** The image's first server answers by its socket alone, while there is no database yet; and its first user is a superuser. */
function findPostgresProblems(
  { image, healthcheck, environment }: ComposeService,
  { services }: ComposeFile,
): string[] {
  if (!image?.startsWith("postgres:")) return [];
  const problems: string[] = [];
  if (!healthcheck?.test?.join(" ").includes("-h 127.0.0.1"))
    problems.push("is healthy before it is: pg_isready -h 127.0.0.1");
  const superuser = environment.POSTGRES_USER ?? "postgres";
  const users = Object.values(services).flatMap(({ environment: { DATABASE_URL: url = "" } }) =>
    URL.canParse(url) ? [new URL(url).username] : [],
  );
  if (users.includes(superuser)) problems.push(`gives its superuser ${superuser} to our programs`);
  return problems;
}

/** Answers are passed on, not laid into /tmp, which is small. */
function findSpooling({ configs }: ComposeFile, root: string): string[] {
  const texts = Object.values(configs).flatMap(({ file }) =>
    existsSync(join(root, file)) ? [{ file, text: readFileSync(join(root, file), "utf8") }] : [],
  );
  return texts
    .filter(({ text }) => /^http \{/m.test(text) && !/^ {2}proxy_max_temp_file_size 0;$/m.test(text))
    .map(({ file }) => `${file} lays large answers into /tmp: proxy_max_temp_file_size 0`);
}

function findRunProblems(service: ComposeService): string[] {
  const problems: string[] = [];
  const limits = service.deploy?.resources?.limits;
  for (const kind of ["cpus", "memory", "pids"] as const) {
    if (limits?.[kind] === undefined) problems.push(`has no limit of ${kind}`);
  }
  if (service.restart === undefined) problems.push("says nothing of starting again: restart");
  if (service.restart !== "no" && service.healthcheck?.test === undefined) problems.push("has no healthcheck");
  return problems;
}

function programOf({ entrypoint = [], command = [] }: ComposeService): string | undefined {
  return [...entrypoint, ...command].find((word) => word.endsWith(".js"));
}

/** Of those that run our programs: that the file comes out of the build, and that it reads what it is given. */
function findProgramProblems(service: ComposeService, root: string): string[] {
  if (service.image !== ownImage) return [];
  const program = programOf(service);
  if (program === undefined) return ["names no program of ours"];
  const problems: string[] = [];
  const source = program.replace("/dist/", "/src/").replace(/\.js$/, ".ts");
  if (!existsSync(join(root, source))) problems.push(`starts ${program}, which no ${source} becomes`);
  const schema = programVariables[program];
  if (schema === undefined) return [...problems, `starts ${program}, of which nobody knows what it reads`];
  for (const name of Object.keys(service.environment)) {
    const isKey = /collector\/|\/(doctor|tools)\.js$/.test(program) && sourceKeyVariable.test(name);
    if (!isKey && !(variableOf(name) in schema.shape)) problems.push(`sets ${name}, which ${program} does not read`);
  }
  try {
    parseEnvironment(service.environment, schema);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.message.split("\n"));
  }
  return problems;
}
