import { parse } from "@babel/parser";
import type { Node } from "@babel/types";
import type { SourceFile } from "./source-file.ts";

export interface ImportUse {
  readonly specifier: string;
  readonly line: number;
  /** Erased by the compiler: the two files do not meet at run time. */
  readonly typeOnly: boolean;
}

/** Every way one file names another: import, export from, `import()`, `import("…").Type`, `require()`. */
export function parseImports({ path, text }: SourceFile): ImportUse[] {
  const plugins = path.endsWith(".tsx") ? (["typescript", "jsx"] as const) : (["typescript"] as const);
  const { program } = parse(text, { sourceType: "module", sourceFilename: path, plugins: [...plugins] });
  const uses: ImportUse[] = [];
  visitNodes(program, (node) => {
    const use = importUse(node);
    if (use) uses.push({ ...use, line: node.loc?.start.line ?? 0 });
  });
  return uses;
}

function importUse(node: Node): Omit<ImportUse, "line"> | null {
  switch (node.type) {
    case "ImportDeclaration": {
      const inline = node.specifiers.map((one) => one.type === "ImportSpecifier" && one.importKind === "type");
      const typeOnly = node.importKind === "type" || (inline.length > 0 && inline.every(Boolean));
      return { specifier: node.source.value, typeOnly };
    }
    case "ExportAllDeclaration":
      return { specifier: node.source.value, typeOnly: node.exportKind === "type" };
    case "ExportNamedDeclaration":
      return node.source ? { specifier: node.source.value, typeOnly: node.exportKind === "type" } : null;
    case "TSImportType":
      return { specifier: literalText(node.argument), typeOnly: true };
    case "ImportExpression":
      return { specifier: literalText(node.source), typeOnly: false };
    case "CallExpression": {
      const { callee } = node;
      const imports = callee.type === "Import" || (callee.type === "Identifier" && callee.name === "require");
      return imports ? { specifier: literalText(node.arguments[0]), typeOnly: false } : null;
    }
    default:
      return null;
  }
}

/** An import that is computed cannot be judged: its specifier is `…`, which no rule allows. */
function literalText(node: Node | null | undefined): string {
  if (node?.type === "StringLiteral") return node.value;
  if (node?.type === "TSLiteralType") return literalText(node.literal);
  return "…";
}

export function visitNodes(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visitNodes(item, visit);
  if (!isNode(value)) return;
  visit(value);
  for (const child of Object.values(value)) visitNodes(child, visit);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
