import { builtinModules } from "node:module";
import { posix } from "node:path";

/** What an import leads to: a file of the project, one of Node's modules, a package, or nothing that can be followed. */
export type ImportTarget =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "node" }
  | { readonly kind: "package"; readonly name: string }
  | { readonly kind: "unknown" };

const ours = "@openremit/";

export function resolveImport(from: string, specifier: string, paths: ReadonlySet<string>): ImportTarget {
  if (specifier.startsWith(".")) return { kind: "file", path: posix.join(posix.dirname(from), specifier) };
  if (specifier.startsWith(ours)) return resolveWorkspace(specifier.slice(ours.length), paths);
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return { kind: "node" };
  if (/^[@a-z]/.test(specifier)) return { kind: "package", name: packageName(specifier) };
  return { kind: "unknown" };
}

function resolveWorkspace(rest: string, paths: ReadonlySet<string>): ImportTarget {
  const [name = "", ...folders] = rest.split("/");
  const face = ["src", ...folders, "index.ts"].join("/");
  const path = [name, `workers/${name}`, `services/${name}`]
    .map((home) => `${home}/${face}`)
    .find((one) => paths.has(one));
  return path === undefined ? { kind: "unknown" } : { kind: "file", path };
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
