import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { loadCompose, parseCompose } from "../../gates/compose-file.ts";
import { findComposeProblems } from "../../gates/find-compose-problems.ts";
import { projectRoot } from "../../gates/source-file.ts";

const env = { POSTGRES_PASSWORD: "of-no-importance", OPENREMIT_FORM_SECRET: "0123456789abcdef".repeat(4) };
const text = readFileSync(join(projectRoot, "docker-compose.yml"), "utf8");
/** What the gate says of the project's own file with one thing changed. */
function foundWith(from: string | RegExp, to: string): string[] {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return findComposeProblems(parseCompose(changed, env), projectRoot);
}

describe("the compose gate", () => {
  it("finds nothing in the project's file", () => {
    expect(findComposeProblems(loadCompose(projectRoot, env), projectRoot)).toEqual([]);
  });

  it.each([
    ["a key the specification does not know", "init: true", "innit: true", /additional propert/],
    ["a port of the database", "    shm_size: 256m", '    ports: ["5432:5432"]', /^postgres: publishes 5432:5432$/],
    ["a user that is root", 'user: "101:101"', 'user: "0:0"', /^front: runs as 0:0: give it a user by number$/],
    ["files that can be written", "read_only: true", "read_only: false", /: may write to its own files/],
    ["capabilities that are kept", "cap_drop: [ALL]", "cap_drop: [NET_RAW]", /: keeps capabilities/],
    ["privileges to be gained", "no-new-privileges:true", "no-new-privileges:false", /: may gain privileges/],
    [
      "an image of any version",
      "redis:7.4-bookworm",
      "redis:latest",
      /^redis: its image redis:latest names no version$/,
    ],
    ["a limit that lacks", "memory: 384m, pids: 100", "memory: 384m", /^recorder: has no limit of pids$/],
    [
      "a service nobody looks after",
      "    networks: [data]\n    healthcheck: *worker-health\n    deploy:\n      replicas: ${RECORDER",
      "    networks: [data]\n    deploy:\n      replicas: ${RECORDER",
      /^recorder: has no healthcheck$/,
    ],
    [
      "a database that reaches the internet",
      "  data: { internal: true }",
      "  data: {}",
      /^postgres: is in the network data, which leads outside$/,
    ],
    [
      "a program that is not built",
      "workers/recorder/dist/main.js",
      "workers/recorder/dist/mian.js",
      /^recorder: starts workers\/recorder\/dist\/mian\.js, which no/,
    ],
    [
      "a variable nobody reads",
      "OPENREMIT_FUNDING: $",
      "OPENREMIT_FUNDERS: $",
      /^web: sets OPENREMIT_FUNDERS, which .* does not read$/,
    ],
    ["a variable that lacks", "  REDIS_URL: redis://redis:6379\n", "", /^api: REDIS_URL is not set/],
    ["a value that is refused", 'METRICS_PORT: "9100"', 'METRICS_PORT: "metrics"', /: METRICS_PORT is not a port/],
    [
      "a network that is nowhere",
      "networks: [data, front]",
      "networks: [dta, front]",
      /^api: names the network dta, which is nowhere$/,
    ],
    [
      "a volume that is nowhere",
      '["releases:/releases:ro"]',
      '["release:/releases:ro"]',
      /^api: names the volume release, which is nowhere$/,
    ],
    [
      "a config that is nowhere",
      "source: locations",
      "source: location",
      /^front: names the config location, which is nowhere$/,
    ],
    [
      "a service that is nowhere",
      "migrate: { condition: service_completed",
      "migrations: { condition: service_completed",
      /^api: names the service migrations, which is nowhere$/,
    ],
    [
      "a service that waits for one of another profile",
      "depends_on: { api: { condition: service_healthy }",
      "depends_on: { doctor: { condition: service_started }, api: { condition: service_healthy }",
      /^front: waits for doctor, which its profile leaves out$/,
    ],
    [
      "an end that never comes",
      'migrate.js"]\n    restart: "no"',
      'migrate.js"]\n    restart: always',
      /^api: waits for the end of migrate, which is started again$/,
    ],
    [
      "a restore that comes after the tables",
      "depends_on: { redis: { condition: service_healthy }, postgres: { condition: service_healthy } }",
      "depends_on: { migrate: { condition: service_completed_successfully } }",
      /^restore: waits for migrate, which makes tables/,
    ],
    ["a port that IPv6 comes by", '"0.0.0.0:443:8443"', '"443:8443"', /^front-tls: publishes 443:8443 by IPv6, too/],
    [
      "a database that is healthy while it is made",
      '"pg_isready", "-h", "127.0.0.1",',
      '"pg_isready",',
      /^postgres: is healthy before it is/,
    ],
    [
      "programs that are PostgreSQL's superuser",
      "      POSTGRES_INITDB_ARGS:",
      "      POSTGRES_USER: openremit\n      POSTGRES_INITDB_ARGS:",
      /^postgres: gives its superuser openremit to our programs$/,
    ],
    [
      "a front that lays large answers into its /tmp",
      "deploy/nginx/nginx.conf",
      "deploy/../../../test/fixtures/nginx-that-spools.conf",
      /nginx-that-spools\.conf lays large answers into \/tmp/,
    ],
    ["a file that is not there", "nginx/tls.conf", "nginx/ssl.conf", /nginx\/ssl\.conf is not there$/],
  ])("finds %s", (_what, from, to, problem) => {
    expect(foundWith(from, to).filter((line) => problem.test(line))).not.toEqual([]);
  });
});

describe("the compose file", () => {
  const { file, required } = loadCompose(projectRoot, env);

  it("does not start without the secrets that copies share, and says how one is made", () => {
    expect([...required.keys()].sort()).toEqual(["OPENREMIT_FORM_SECRET", "POSTGRES_PASSWORD"]);
    expect(required.get("OPENREMIT_FORM_SECRET")).toMatch(/openssl rand -hex 32/);
  });

  it("counts readers in a Redis of its own that writes nothing to disk", () => {
    for (const name of ["api", "web", "doctor"]) {
      expect(file.services[name]?.environment.REDIS_LIMITS_URL).toBe("redis://redis-limits:6379");
    }
    const { command = [], volumes } = file.services["redis-limits"] ?? { volumes: ["none"] };
    const settingOf = (name: string) => command[command.indexOf(`--${name}`) + 1];
    expect({ volumes, save: settingOf("save"), appendonly: settingOf("appendonly") }).toEqual({
      volumes: [],
      save: "",
      appendonly: "no",
    });
    expect(settingOf("maxmemory-policy")).toMatch(/^volatile-/);
  });
});

describe("the Dockerfile", () => {
  const dockerfile = readFileSync(join(projectRoot, "services/standalone/deploy/Dockerfile"), "utf8");
  const { workspaces } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const lock = JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8"));

  it("brings the package file of every workspace before it installs", () => {
    const packages = Object.keys(lock.packages).filter((path) => /^(shared|workers\/\w+|services\/\w+)$/.test(path));
    expect(workspaces).toEqual(["shared", "workers/*", "services/*"]);
    expect(packages.length).toBeGreaterThanOrEqual(8);
    const install = dockerfile.indexOf("npm ci");
    const missing = packages.filter((path) => {
      const at = dockerfile.indexOf(`COPY ${path}/package.json ${path}/`);
      return at === -1 || at > install;
    });
    expect(missing).toEqual([]);
  });

  it("runs as somebody who is not root, and takes no secret with it", () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(readFileSync(join(projectRoot, ".dockerignore"), "utf8").split("\n")).toEqual(
      expect.arrayContaining([".env", ".env.*", ".git", "tls", "backups"]),
    );
  });
});
