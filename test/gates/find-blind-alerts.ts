import { parser } from "@prometheus-io/lezer-promql";
import type { Question } from "./find-unknown-metrics.ts";

type Node = ReturnType<typeof parser.parse>["topNode"];

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };
/** What grows or is renewed with visits alone. */
const ofVisits = /^openremit_(collector_|corridor_visit_|source_last_)/;
const interval = "openremit_source_interval_seconds";

/**
 * Alerts that would not ring, or would ring for nothing. Of whoever is gone there are no figures: an aggregation over
 * none is empty and never 0, so that `== 0` needs an arm for it. And between two visits lies as much as config says:
 * what looks back over less finds silence where all is well.
 *
 * @param longestSeconds the longest interval at which config has a source visited.
 */
export function findBlindAlerts(questions: readonly Question[], longestSeconds: number): string[] {
  return questions.flatMap(({ place, expression }) => {
    const problems: string[] = [];
    const textOf = ({ from, to }: Node) => expression.slice(from, to);
    let asksTime = false;
    const names: string[] = [];
    parser.parse(expression).iterate({
      enter({ node }) {
        if (node.name === "Time") asksTime = true;
        if (node.name === "Identifier") names.push(textOf(node));
        if (isZeroOfAll(node, textOf) && !hasOtherArm(node))
          problems.push(`${place}: of figures that are gone this is empty, not true: ${textOf(node)}`);
        if (node.name === "MatrixSelector" && ofVisits.test(textOf(node)) && rangeOf(textOf(node)) < longestSeconds)
          problems.push(`${place}: looks back over less than a source's interval: ${textOf(node)}`);
      },
    });
    if (asksTime && names.some((name) => ofVisits.test(name)) && !names.includes(interval))
      problems.push(`${place}: compares the age of visits with nothing that config promises: ${interval}`);
    return problems;
  });
}

function isZeroOfAll(node: Node, textOf: (node: Node) => string): boolean {
  const { firstChild: left, lastChild: right } = node;
  if (node.name !== "BinaryExpr" || left === null || right === null || node.getChild("Eql") === null) return false;
  return textOf(right) === "0" && descendants(left).some(({ name }) => name === "AggregateExpr");
}

/** `… or vector(0)` in what is compared, or another arm beside the comparison. */
function hasOtherArm(node: Node): boolean {
  if (descendants(node).some(({ name }) => name === "Or")) return true;
  for (let above = node.parent; above !== null; above = above.parent) if (above.getChild("Or") !== null) return true;
  return false;
}

function descendants(node: Node): Node[] {
  const found: Node[] = [node];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(...descendants(child));
  return found;
}

function rangeOf(selector: string): number {
  const [, count = "0", unit = ""] = /\[(\d+)([smhdw])\]/.exec(selector) ?? [];
  return Number.parseInt(count, 10) * (secondsOf[unit] ?? 0);
}
