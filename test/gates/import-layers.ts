/** Who may import whom. `folder` may hold one `*` for a name; the first layer that matches a file is its own. */
export interface Layer {
  readonly name: string;
  readonly folder: string;
  /** Layers it may import, besides itself. */
  readonly layers: readonly string[];
  /** Layers it may take types from, and nothing that runs. */
  readonly typesOf?: readonly string[];
  /** Packages it may import: a closed list where the layer stays pure or keeps to its own library. */
  readonly packages: readonly string[] | "any";
  /** Whether it may import Node's own modules. */
  readonly node: boolean;
}

const plain = ["domain", "contracts", "runtime"];
const onRedis = [...plain, "redis"];
const shared = [
  "domain",
  "contracts",
  "catalog",
  "runtime",
  "http",
  "redis",
  "queue",
  "storage",
  "formats",
  "comparison",
  "serving",
];
const tracing = ["api", "exporter-trace-otlp-http", "resources", "sdk-trace"].map((name) => `@opentelemetry/${name}`);
const parsers = ["cheerio", "csv-parse", "fast-xml-parser", "lossless-json", "zod", "i18n-iso-countries"];

export const layers: readonly Layer[] = [
  { name: "domain", folder: "shared/src/domain", layers: [], packages: ["decimal.js"], node: false },
  { name: "contracts", folder: "shared/src/contracts", layers: ["domain"], packages: ["zod"], node: false },
  {
    name: "catalog",
    folder: "shared/src/catalog",
    layers: plain,
    packages: ["i18n-iso-countries", "zod"],
    node: true,
  },
  {
    name: "runtime",
    folder: "shared/src/runtime",
    layers: ["domain", "contracts"],
    packages: ["pino", "prom-client", "zod", ...tracing],
    node: true,
  },
  {
    name: "http",
    folder: "shared/src/http",
    layers: plain,
    packages: ["axios", "p-queue", "request-filtering-agent", "robots-parser", "zod"],
    node: true,
  },
  { name: "redis", folder: "shared/src/redis", layers: plain, packages: ["ioredis"], node: true },
  { name: "queue", folder: "shared/src/queue", layers: onRedis, packages: ["bullmq", "ioredis", "zod"], node: true },
  {
    name: "storage",
    folder: "shared/src/storage",
    layers: onRedis,
    packages: ["@scure/base", "ioredis", "kysely", "pg", "pg-copy-streams", "pg-cursor", "zod"],
    node: true,
  },
  {
    name: "formats",
    folder: "shared/src/formats",
    layers: ["domain", "contracts"],
    packages: ["csv-stringify", "fflate", "hucre", "hyparquet-writer"],
    node: true,
  },
  {
    name: "comparison",
    folder: "shared/src/comparison",
    layers: [...plain, "storage"],
    typesOf: ["catalog"],
    packages: ["zod"],
    node: true,
  },
  {
    name: "serving",
    folder: "shared/src/serving",
    layers: onRedis,
    typesOf: ["comparison"],
    packages: ["ioredis", "ipaddr.js", "rate-limiter-flexible"],
    node: true,
  },
  {
    name: "adapters",
    folder: "workers/*/src/adapters",
    layers: ["domain", "contracts"],
    packages: parsers,
    node: false,
  },
  { name: "workers/*", folder: "workers/*", layers: [...shared, "adapters"], packages: "any", node: true },
  {
    name: "services/standalone",
    folder: "services/standalone",
    layers: [...shared, "workers/*", "services/*"],
    packages: "any",
    node: true,
  },
  { name: "services/*", folder: "services/*", layers: shared, packages: "any", node: true },
  {
    name: "test",
    folder: "test",
    layers: [...shared, "adapters", "workers/*", "services/*", "services/standalone"],
    packages: "any",
    node: true,
  },
];
