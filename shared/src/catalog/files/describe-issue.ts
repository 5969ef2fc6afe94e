import type { z } from "zod";
import { type ConfigProblem, jsonPath } from "../config-problem.ts";

type Issue = z.core.$ZodIssue;

/** A schema's complaint in the words of a config problem, with the value that was found. */
export function describeIssue(file: string, json: unknown, issue: Issue): ConfigProblem {
  const missing = valueAt(json, issue.path) === undefined;
  const found = missing ? "missing" : `${JSON.stringify(valueAt(json, issue.path))} is not right (${issue.message})`;
  return { file, path: jsonPath(issue.path), wrong: wrongOf(issue, found), fix: fixOf(issue, missing) };
}

function wrongOf(issue: Issue, found: string): string {
  if (issue.code === "unrecognized_keys") return `unknown ${issue.keys.map((key) => `\`${key}\``).join(", ")}`;
  return found;
}

function fixOf(issue: Issue, missing: boolean): string {
  const verb = missing ? "add it:" : "write";
  switch (issue.code) {
    case "unrecognized_keys":
      return "remove it or correct its spelling";
    case "invalid_type":
      return `${verb} a value of type ${issue.expected}`;
    case "invalid_value":
      return `${verb} one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "too_small":
      return `${verb} at least ${issue.minimum}${issue.origin === "number" ? "" : ` (${issue.origin} length)`}`;
    case "too_big":
      return `${verb} at most ${issue.maximum}${issue.origin === "number" ? "" : ` (${issue.origin} length)`}`;
    case "invalid_format":
      return `${verb} ${formatWanted(issue)}`;
    default:
      return `${verb} what the schema named in $schema describes: ${issue.message}`;
  }
}

function formatWanted(issue: Issue & { code: "invalid_format" }): string {
  if (issue.format === "url") return "a full address such as https://example.org";
  if (issue.format === "date") return "a calendar day such as 2026-01-31";
  return issue.message;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    json,
  );
}
