/** Tests run the TypeScript sources directly: every workspace exports a `source` condition. */
const common = {
  testEnvironment: "node",
  testEnvironmentOptions: { customExportConditions: ["source", "node", "node-addons"] },
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic", importSource: "preact" } },
        },
      },
    ],
  },
  modulePathIgnorePatterns: ["/dist/"],
  setupFilesAfterEnv: ["<rootDir>/test/support/jest-be-patient.ts"],
};

/** `pure` needs no server. `real` runs against a Redis and a PostgreSQL started once for the whole run. */
export default {
  // A process that has run a hundred suites drags all their modules along: two that start anew when they have grown.
  maxWorkers: 2,
  workerIdleMemoryLimit: "1GB",
  projects: [
    {
      ...common,
      displayName: "pure",
      testMatch: ["unit", "property", "golden", "adapters", "contract"].map(
        (level) => `<rootDir>/test/${level}/**/*.test.ts?(x)`,
      ),
    },
    {
      ...common,
      displayName: "real",
      testMatch: ["integration", "browser", "faults"].map((level) => `<rootDir>/test/${level}/**/*.test.ts?(x)`),
      globalSetup: "<rootDir>/test/support/jest-start-servers.ts",
      globalTeardown: "<rootDir>/test/support/jest-stop-servers.ts",
    },
  ],
};
