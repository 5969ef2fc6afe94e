import robotsParser from "robots-parser";
import { robotsToken } from "./identity.ts";

type Parser = (url: string, text: string) => { isAllowed(url: string, agent: string): boolean | undefined };
/** The package declares an ES default export and ships a CommonJS function, which is what arrives here. */
const parse = robotsParser as unknown as Parser;

/** Answers one question: may we ask this address? */
export type RobotsRules = (url: URL) => boolean;

export const everythingAllowed: RobotsRules = () => true;

/** Reads a robots.txt (RFC 9309). Lines that are no rules, a whole HTML page for one, allow everything. */
export function parseRobots(robotsUrl: URL, text: string): RobotsRules {
  const rules = parse(robotsUrl.href, text);
  return (url) => rules.isAllowed(url.href, robotsToken) !== false;
}
