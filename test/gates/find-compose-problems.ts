import { existsSync } from "node:fs";
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
        ...findRunProblems(service),
        ...findProgramProblems(service, root),
      ].map((problem) => `${name}: ${problem}`),
    ),
    ...Object.values(file.configs)
      .filter(({ file: path }) => !existsSync(join(root, path)))
      .map(({ file: path }) => `${path} is not there`),
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
  }
  return problems;
}

function findReach(name: string, { networks }: ComposeService, { networks: all }: ComposeFile): string[] {
  if (networks.length === 0) return ["is in everybody's network: name its own"];
  const open = networks.filter((network) => all[network]?.internal !== true);
  return stores.has(name) ? open.map((network) => `is in the network ${network}, which leads outside`) : [];
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

/** Of those that run our programs: that the file comes out of the build, and that it reads what it is given. */
function findProgramProblems(service: ComposeService, root: string): string[] {
  if (service.image !== ownImage) return [];
  const words = [...(service.entrypoint ?? []), ...(service.command ?? [])];
  const program = words.find((word) => word.endsWith(".js"));
  if (program === undefined) return ["names no program of ours"];
  const problems: string[] = [];
  const source = program.replace("/dist/", "/src/").replace(/\.js$/, ".ts");
  if (!existsSync(join(root, source))) problems.push(`starts ${program}, which no ${source} becomes`);
  const schema = programVariables[program];
  if (schema === undefined) return [...problems, `starts ${program}, of which nobody knows what it reads`];
  for (const name of Object.keys(service.environment)) {
    const isKey = /collector\/|\/doctor\.js$/.test(program) && sourceKeyVariable.test(name);
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
