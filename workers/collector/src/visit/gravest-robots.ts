import { type RobotsFinding, robotsNotAsked } from "@openremit/shared/contracts";

const gravity: readonly RobotsFinding["result"][] = ["disallowed", "unreachable", "allowed", "no_robots", "not_asked"];

/** What decided about a visit: of what several robots.txt files said to its requests, the gravest. */
export function gravestRobots(findings: readonly RobotsFinding[]): RobotsFinding {
  const [gravest = robotsNotAsked] = findings.toSorted((a, b) => gravity.indexOf(a.result) - gravity.indexOf(b.result));
  return gravest;
}
