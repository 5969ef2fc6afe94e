import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Engine, type Node } from "php-parser";

const folder = "services/web/wordpress/remit-compare";
const read = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
const engine = new Engine({ parser: { suppressErrors: false }, ast: { withPositions: false } });

/** Every node of a program, the innermost last. */
function nodesOf(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== "object" || node === null) return [];
  return [node as Record<string, unknown>, ...Object.values(node).flatMap(nodesOf)];
}

function callsOf(name: string): string[] {
  const program: Node = engine.parseCode(read(name), name);
  return nodesOf(program).flatMap(({ kind, what }) => {
    const called = what as { kind?: string; name?: string } | undefined;
    return kind === "call" && called?.kind === "name" ? [called.name ?? ""] : [];
  });
}

describe("the WordPress plugin", () => {
  it.each(["remit-compare.php", "block.asset.php"])("is PHP that can be read: %s", (name) => {
    expect(() => engine.parseCode(read(name), name)).not.toThrow();
    expect(() => engine.parseCode(`${read(name)} function (`, name)).toThrow();
  });

  it("stores no settings, asks one thing of one place and runs nothing that is text", () => {
    const calls = callsOf("remit-compare.php");
    expect(calls).toEqual(
      expect.arrayContaining(["esc_attr", "esc_html", "esc_url", "add_shortcode", "register_block_type"]),
    );
    const unwanted = /option|_meta|remote_(?!retrieve)|curl|file_|fopen|eval|unserialize|setcookie|wpdb/;
    expect(calls.filter((call) => unwanted.test(call))).toEqual(["wp_safe_remote_get"]);
    expect(read("remit-compare.php")).not.toMatch(/\b(echo|print|eval|\$_(GET|POST|REQUEST|COOKIE|SERVER))\b/);
  });

  it("keeps what it asked for before it asks, so that no other view asks, too, and does not wait for long", () => {
    const calls = callsOf("remit-compare.php").filter((call) => /transient|remote_get/.test(call));
    expect(calls).toEqual(["get_transient", "set_transient", "wp_safe_remote_get", "set_transient"]);
    const text = read("remit-compare.php");
    expect(text).toMatch(/if \( defined\( 'REMIT_COMPARE_LINK_ONLY' \)[^}]*return array\(\);\s*\}\s*\$key/);
    expect(text).toMatch(/'timeout'\s+=> 3,/);
    expect(text).toContain("array_map( 'esc_html', $lines )");
  });

  it("loads the module by its version and with its hash, as a module", () => {
    const text = read("remit-compare.php");
    expect(text).toContain("'/widget/' . $settings['version'] . '/remit-compare.js'");
    expect(text).toMatch(/'type'\s+=> 'module'/);
    expect(text).toMatch(/'integrity'\s+=> \$settings\['integrity'\]/);
    expect(text).toMatch(/'crossorigin'\s+=> 'anonymous'/);
  });

  it("offers the attributes of the element, in the block as in the shortcode", () => {
    const block = JSON.parse(read("block.json")) as { attributes: Record<string, unknown>; version: string };
    const [, listed = ""] = /REMIT_COMPARE_ATTRIBUTES = array\(([^)]*)\)/.exec(read("remit-compare.php")) ?? [];
    const names = [...listed.matchAll(/'(\w+)'/g)].map(([, name]) => name);
    const [, element = ""] =
      /attributeNames = \[([^\]]*)\]/.exec(readFileSync("services/web/widget/asked.ts", "utf8")) ?? [];
    expect(names).toEqual([...element.matchAll(/"(\w+)"/g)].map(([, name]) => name));
    expect(Object.keys(block.attributes)).toEqual([...names, "origin"]);
    expect(read("remit-compare.php")).toContain(`Version: ${block.version}`);
    expect(read("remit-compare.php")).toContain(`'remit-compare/${block.version}'`);
    expect(read("block.asset.php")).toContain(`'${block.version}'`);
    expect(read("readme.txt")).toContain(`Stable tag: ${block.version}`);
  });
});
