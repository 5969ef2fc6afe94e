import { describe, expect, it } from "@jest/globals";
import { findImportProblems } from "../../gates/find-import-problems.ts";
import { loadSourceFiles, projectRoot } from "../../gates/source-file.ts";

/** Files every sample may lead to. */
const targets = [
  "shared/src/domain/index.ts",
  "shared/src/contracts/index.ts",
  "shared/src/catalog/index.ts",
  "shared/src/runtime/index.ts",
  "shared/src/http/index.ts",
  "shared/src/storage/index.ts",
  "workers/collector/src/index.ts",
  "workers/collector/src/adapters/adapter.ts",
  "workers/recorder/src/index.ts",
  "services/api/src/index.ts",
  "services/standalone/src/embedded/index.ts",
  "test/support/build.ts",
].map((path) => ({ path, text: "" }));

const problemsOf = (path: string, text: string): string[] => findImportProblems([...targets, { path, text }]);

const adapter = "workers/collector/src/adapters/quotes/alpha.ts";

const forbidden: ReadonlyArray<readonly [rule: string, path: string, text: string, problem: string]> = [
  [
    "a package in the domain",
    "shared/src/domain/money.ts",
    '\nimport { z } from "zod";',
    "shared/src/domain/money.ts:2: shared/src/domain/money.ts → zod: domain imports no package but decimal.js",
  ],
  ["one of Node's modules in the domain", "shared/src/domain/money.ts", 'import "node:fs";', "domain is pure"],
  ["one of Node's modules by its bare name", "shared/src/domain/money.ts", 'import "fs/promises";', "domain is pure"],
  [
    "an upward import",
    "shared/src/domain/money.ts",
    'import { z } from "../contracts/index.ts";',
    "domain must not import contracts; it may import nothing else of the project",
  ],
  [
    "a neighbour in shared",
    "shared/src/http/client.ts",
    'export * from "../storage/index.ts";',
    "http must not import storage; it may import domain, contracts, runtime",
  ],
  [
    "a type of a neighbour",
    "shared/src/http/client.ts",
    'type Store = import("../storage/index.ts").Store;',
    "http must not import storage",
  ],
  [
    "more than types of the catalog in comparison",
    "shared/src/comparison/book.ts",
    'import { type Catalog, loadCatalog } from "../catalog/index.ts";',
    "comparison takes only types from catalog",
  ],
  ["a client in an adapter", adapter, 'import axios from "axios";', "adapters imports no package but cheerio"],
  ["the file system in an adapter", adapter, 'const fs = await import("node:fs");', "adapters is pure"],
  ["a required module in an adapter", adapter, 'const fs = require("node:fs");', "adapters is pure"],
  [
    "the HTTP folder in an adapter",
    adapter,
    'import { x } from "@openremit/shared/http";',
    "adapters must not import http; it may import domain, contracts",
  ],
  [
    "the collector in its adapters",
    adapter,
    'import { x } from "../../index.ts";',
    "adapters must not import workers/*",
  ],
  [
    "one worker in another",
    "workers/recorder/src/record.ts",
    'import { x } from "@openremit/collector";',
    "workers/* must not import workers/*",
  ],
  [
    "a worker in a service",
    "services/api/src/main.ts",
    'import { x } from "@openremit/recorder";',
    "services/* must not import workers/*",
  ],
  [
    "a service in another",
    "services/web/src/main.ts",
    'import { x } from "@openremit/api";',
    "services/* must not import services/*",
  ],
  [
    "the standalone in a service",
    "services/api/src/main.ts",
    'import { x } from "@openremit/standalone/embedded";',
    "services/* must not import services/standalone",
  ],
  [
    "a path out of the package",
    "services/api/src/main.ts",
    'import { x } from "../../../shared/src/domain/index.ts";',
    "a relative path leaves its package",
  ],
  [
    "a test outside of tests",
    "services/api/src/main.ts",
    'import { x } from "../../../test/support/build.ts";',
    "a relative path leaves its package",
  ],
  [
    "three steps up",
    "services/api/src/a/b/c.ts",
    'import { x } from "../../../src/index.ts";',
    "no ../../../: the file stands in the wrong folder",
  ],
  [
    "a folder that nothing exports",
    "services/api/src/main.ts",
    'import { x } from "@openremit/shared/secrets";',
    "cannot be followed",
  ],
  ["a computed import", "services/api/src/main.ts", "await import(process.argv[2]);", "cannot be followed"],
  ["a file in no layer", "shared/src/helpers/a.ts", 'import "zod";', "the file stands in no layer"],
];

const allowed: ReadonlyArray<readonly [rule: string, path: string, text: string]> = [
  ["decimal.js in the domain", "shared/src/domain/decimal.ts", 'import { Decimal } from "decimal.js";'],
  ["types of the catalog in comparison", "shared/src/comparison/a.ts", 'import type { C } from "../catalog/index.ts";'],
  ["the adapter type in an adapter", adapter, 'import type { A } from "../adapter.ts";'],
  ["the domain in an adapter", adapter, 'import { parseDecimal } from "@openremit/shared/domain";'],
  ["adapters in the collector", "workers/collector/src/a.ts", 'import { x } from "./adapters/adapter.ts";'],
  ["every part in the standalone", "services/standalone/src/a.ts", 'import { x } from "@openremit/collector";'],
  ["anything in a test", "test/unit/a.test.ts", 'import { x } from "../../workers/collector/src/adapters/adapter.ts";'],
];

describe("the import rule", () => {
  it.each(forbidden)("forbids %s", (_rule, path, text, problem) => {
    expect(problemsOf(path, text)).toEqual([expect.stringContaining(problem)]);
  });

  it.each(allowed)("allows %s", (_rule, path, text) => {
    expect(problemsOf(path, text)).toEqual([]);
  });

  it("reads imports, not text that looks like one", () => {
    expect(problemsOf("shared/src/domain/a.ts", '// import "zod";\nexport const a = `import "zod"`;')).toEqual([]);
  });

  it("names a circle once, as the way around, also where only types go round", () => {
    const files = [
      { path: "shared/src/domain/a.ts", text: 'import "./b.ts";' },
      { path: "shared/src/domain/b.ts", text: 'import type { C } from "./c.ts";' },
      { path: "shared/src/domain/c.ts", text: 'export * from "./a.ts";' },
    ];
    expect(findImportProblems(files)).toEqual([
      "shared/src/domain/a.ts → shared/src/domain/b.ts → shared/src/domain/c.ts → shared/src/domain/a.ts: circles are errors",
    ]);
  });

  it("looks at the files of every part", () => {
    const paths = loadSourceFiles(projectRoot).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "shared/src/domain/index.ts",
        "workers/collector/src/adapters/adapter.ts",
        "test/gates/run-gate.ts",
      ]),
    );
    expect(paths.filter((path) => /node_modules|dist\/|fixtures\//.test(path))).toEqual([]);
  });
});
