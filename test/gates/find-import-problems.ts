import { findImportCycles } from "./find-import-cycles.ts";
import type { Layer } from "./import-layers.ts";
import { type ImportPlace, placeOf, workspaceOf } from "./import-place.ts";
import { type ImportUse, parseImports } from "./parse-imports.ts";
import { type ImportTarget, resolveImport } from "./resolve-import.ts";
import type { SourceFile } from "./source-file.ts";

/** The import rule: downward only, along the layers, within a package by short relative paths, never in a circle. */
export function findImportProblems(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const graph = new Map<string, readonly string[]>();
  const problems = files.flatMap((file) => {
    const uses = parseImports(file).map((use) => ({ use, target: resolveImport(file.path, use.specifier, paths) }));
    graph.set(
      file.path,
      uses.flatMap(({ target }) => (target.kind === "file" ? [target.path] : [])),
    );
    return uses.flatMap(({ use, target }) => {
      const rule = brokenRule(file.path, use, target);
      return rule === null ? [] : [`${file.path}:${use.line}: ${file.path} → ${use.specifier}: ${rule}`];
    });
  });
  return [...problems, ...findImportCycles(graph)];
}

function brokenRule(from: string, use: ImportUse, target: ImportTarget): string | null {
  const place = placeOf(from);
  if (place === null) return "the file stands in no layer of test/gates/import-layers.ts";
  const { layer } = place;
  switch (target.kind) {
    case "unknown":
      return "cannot be followed: use a relative path, an exported @openremit folder or a package's name";
    case "node":
      return layer.node ? null : `${layer.name} is pure and imports none of Node's modules`;
    case "package":
      return layer.packages === "any" || layer.packages.includes(target.name) ? null : packageRule(layer);
    case "file":
      return relativeRule(from, use, target.path) ?? layerRule(place, use, target.path);
  }
}

function packageRule({ name, packages }: Layer): string {
  return `${name} imports no package but ${[...packages].join(", ")}`;
}

/** Tests reach into every package; everybody else goes through the face a package exports. */
function relativeRule(from: string, { specifier }: ImportUse, to: string): string | null {
  if (!specifier.startsWith(".") || workspaceOf(from) === "test") return null;
  if (workspaceOf(from) !== workspaceOf(to))
    return "a relative path leaves its package: import what @openremit exports";
  return specifier.startsWith("../../../") ? "no ../../../: the file stands in the wrong folder" : null;
}

function layerRule({ layer, folder }: ImportPlace, { typeOnly }: ImportUse, to: string): string | null {
  const other = placeOf(to);
  if (other === null) return "leads out of the source folders";
  if (other.folder === folder || layer.layers.includes(other.layer.name)) return null;
  if (layer.typesOf?.includes(other.layer.name)) {
    return typeOnly ? null : `${layer.name} takes only types from ${other.layer.name}`;
  }
  const allowed = layer.layers.length > 0 ? layer.layers.join(", ") : "nothing else of the project";
  return `${layer.name} must not import ${other.layer.name}; it may import ${allowed}`;
}
