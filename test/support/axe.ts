import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const program = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What may change with the colours alone: whoever looked at everything in the light need not do so again in the dark. */
const aboutColours: RunOptions = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/** What axe finds wrong with a page as it stands: its rule, and the first element of each. Empty: nothing. */
export async function findAxeViolations(page: Page, about: "everything" | "colours"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(program);
  const options = {
    resultTypes: ["violations" as const],
    preload: false,
    ...(about === "colours" ? aboutColours : {}),
  };
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (given) => (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(given),
    options,
  );
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`);
}
