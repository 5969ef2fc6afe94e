import { SourceHttpError, SourceRefusedError } from "../domain/index.ts";
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

export interface RobotsGate {
  /** @throws SourceRefusedError where robots.txt disallows it, SourceHttpError where it cannot be read for now. */
  assertAllowed(source: SourceAccess, url: URL): Promise<void>;
}

/** RFC 9309, 2.4: not longer than a day. */
const keptMs = 24 * 3_600_000;
/** RFC 9309, 2.3.1.2: at least five. */
const maxRedirects = 5;

/** Reads each origin's robots.txt once a day and obeys it. Only a readable one is remembered. */
export function createRobotsGate({ clock, fetchRobots }: RobotsOptions): RobotsGate {
  const known = new Map<string, { readAtMs: number; rules: Promise<RobotsRules> }>();

  async function readRules(source: SourceAccess, robotsUrl: URL): Promise<RobotsRules> {
    let at = robotsUrl;
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      const { status, body, location } = await fetchRobots(source, at);
      if (status >= 200 && status < 300) return parseRobots(robotsUrl, body.toString("utf8"));
      if (status >= 400 && status < 500) return everythingAllowed;
      if (status >= 500 || location === null || !URL.canParse(location, at.href)) break;
      at = new URL(location, at);
    }
    throw new SourceHttpError(`${robotsUrl.href} cannot be read for now, so ${robotsUrl.host} is not asked`, {
      details: { url: robotsUrl.href },
    });
  }

  function rulesOf(source: SourceAccess, robotsUrl: URL): Promise<RobotsRules> {
    const name = `${source.key} ${robotsUrl.origin}`;
    const nowMs = clock.now().getTime();
    const entry = known.get(name);
    if (entry && nowMs - entry.readAtMs < keptMs) return entry.rules;
    const rules = readRules(source, robotsUrl);
    known.set(name, { readAtMs: nowMs, rules });
    rules.catch(() => known.delete(name));
    return rules;
  }

  return {
    async assertAllowed(source, url) {
      const isAllowed = await rulesOf(source, new URL("/robots.txt", url));
      if (isAllowed(url)) return;
      throw new SourceRefusedError(`robots.txt of ${url.host} disallows ${url.pathname}`, {
        details: { url: url.href, robots: true },
      });
    },
  };
}
