import type { RobotsFinding } from "../contracts/index.ts";
import { OpenRemitError, SourceHttpError, SourceRefusedError } from "../domain/index.ts";
import type { Clock } from "../runtime/index.ts";
import type { SourceAccess } from "./answer.ts";
import { everythingAllowed, parseRobots, type RobotsRules } from "./robots-rules.ts";

export interface RobotsAnswer {
  readonly status: number;
  readonly body: Buffer;
  readonly location: string | null;
}

export interface RobotsOptions {
  readonly clock: Clock;
  /** Asks for one robots.txt, redirects not followed. Throws where there is no answer, or one that says "slow down". */
  fetchRobots(source: SourceAccess, url: URL): Promise<RobotsAnswer>;
}

/** Told what robots.txt says about a request, before it is sent or refused. */
export type HearRobots = (finding: RobotsFinding) => void;

export interface RobotsGate {
  /** @throws SourceRefusedError where robots.txt disallows it, SourceHttpError where it cannot be read for now. */
  assertAllowed(source: SourceAccess, url: URL, hear: HearRobots): Promise<void>;
}

interface ReadRobots {
  readonly rules: RobotsRules;
  readonly result: "allowed" | "no_robots";
}

/** RFC 9309, 2.4: not longer than a day. */
const keptMs = 24 * 3_600_000;
/** RFC 9309, 2.3.1.2: at least five. */
const maxRedirects = 5;
/** RFC 9309, 2.5: at least so many; what is beyond is ignored. */
const mostBytes = 500 * 1024;

/** Reads each origin's robots.txt once a day and obeys it. Only a readable one is remembered. */
export function createRobotsGate({ clock, fetchRobots }: RobotsOptions): RobotsGate {
  const known = new Map<string, { readAtMs: number; robots: Promise<ReadRobots> }>();

  async function readRobots(source: SourceAccess, robotsUrl: URL): Promise<ReadRobots> {
    let at = robotsUrl;
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      const { status, body, location } = await fetchRobots(source, at);
      if (status >= 200 && status < 300) {
        return { rules: parseRobots(robotsUrl, textOf(body)), result: "allowed" };
      }
      if (status >= 400 && status < 500) return { rules: everythingAllowed, result: "no_robots" };
      if (status >= 500 || location === null || !URL.canParse(location, at.href)) break;
      at = new URL(location, at);
      if (at.origin !== robotsUrl.origin && !isUsual(at)) break;
    }
    throw new SourceHttpError(`${robotsUrl.href} cannot be read for now, so ${robotsUrl.host} is not asked`, {
      details: { url: robotsUrl.href },
    });
  }

  function robotsOf(source: SourceAccess, robotsUrl: URL) {
    const name = `${source.key} ${robotsUrl.origin}`;
    const nowMs = clock.now().getTime();
    const entry = known.get(name);
    if (entry && nowMs - entry.readAtMs < keptMs) return entry;
    const read = { readAtMs: nowMs, robots: readRobots(source, robotsUrl) };
    known.set(name, read);
    read.robots.catch(() => known.delete(name));
    return read;
  }

  return {
    async assertAllowed(source, url, hear) {
      const { readAtMs, robots } = robotsOf(source, new URL("/robots.txt", url));
      const readAt = new Date(readAtMs).toISOString();
      const { rules, result } = await robots.catch((error: unknown) => {
        if (wasAsked(error)) hear({ result: "unreachable", readAt });
        throw error;
      });
      const isAllowed = rules(url);
      hear({ result: isAllowed ? result : "disallowed", readAt });
      if (isAllowed) return;
      throw new SourceRefusedError(`robots.txt of ${url.host} disallows ${url.pathname}`, {
        details: { url: url.href, robots: true },
      });
    },
  };
}

/** Whole lines: half a rule would be another one. */
function textOf(body: Buffer): string {
  return body.toString("utf8", 0, body.length > mostBytes ? body.lastIndexOf("\n", mostBytes) : body.length);
}

/** Where somebody else's robots.txt may stand: on the web, at no port that a source could have us knock at. */
function isUsual({ protocol, port, username, password }: URL): boolean {
  return /^https?:$/.test(protocol) && `${port}${username}${password}` === "";
}

/** Not where the day's requests were used up, or a server of ours was away: then robots.txt was not asked for. */
function wasAsked(error: unknown): boolean {
  return error instanceof OpenRemitError && !("dailyCap" in error.details);
}
