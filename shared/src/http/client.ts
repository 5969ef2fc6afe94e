import { type RobotsFinding, robotsNotAsked } from "../contracts/index.ts";
import { ConfigError, SourceHttpError } from "../domain/index.ts";
import type { Clock, Logger, Mode, SourceKeys } from "../runtime/index.ts";
import { createAgents } from "./address-guard.ts";
import type { Answer, PlannedRequest, SourceAccess } from "./answer.ts";
import { assertAcceptable } from "./answer-verdict.ts";
import { exchange, type RawAnswer } from "./exchange.ts";
import { userAgent } from "./identity.ts";
import { keptBody } from "./kept-body.ts";
import { permittedUrl } from "./permitted-url.ts";
import { requestHash, sha256Of } from "./request-hash.ts";
import { createRobotsGate, type HearRobots } from "./robots.ts";
import { sandboxAddress } from "./sandbox-address.ts";
import { withSourceKey } from "./source-key.ts";
import { createSourcePace } from "./source-pace.ts";

export interface HttpClientOptions {
  readonly mode: Mode;
  /** Required in real mode. */
  readonly contact?: string | null | undefined;
  readonly version: string;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Required in simulated mode, where nothing else is ever asked. */
  readonly sandboxUrl?: string | undefined;
  /** Keys to the sources that ask for one. None unless said. */
  readonly sourceKeys?: SourceKeys;
  /** Told of every answer before it is judged: refusals, server errors and robots.txt too. */
  saveSnapshot(answer: Answer): Promise<void>;
  /** Passed by every request right before it is sent; where it throws, nothing is sent. For limits beyond this process. */
  countRequest?(source: SourceAccess): Promise<void>;
  /** 20 seconds unless said. */
  readonly timeoutMs?: number;
  /** 20 MiB unless said: twice the largest answer known, the ECB's whole history. */
  readonly maxBytes?: number;
}

export interface HttpClient {
  /**
   * Asks a source, as itself and within its limits, and hands back an answer that may be parsed.
   *
   * @throws SourceHttpError, SourceLimitedError, SourceShapeError, SourceRefusedError as the answer deserves;
   *   ConfigError outside of the source's origins or of the public internet.
   */
  fetchAnswer(source: SourceAccess, request: PlannedRequest, hearRobots?: HearRobots): Promise<Answer>;
  /** What robots.txt says about a request, which is not sent. Throws as `fetchAnswer` does where that cannot be said. */
  askRobots(source: SourceAccess, request: PlannedRequest): Promise<RobotsFinding>;
  /** Cuts short what is under way, and lets go of kept connections. */
  close(): void;
}

/**
 * The one way out of the project (METHOD 10).
 *
 * @throws ConfigError in real mode without a contact, in simulated mode without a sandbox.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { sourceKeys = new Map() } = options;
  const { mode, logger, clock, sandboxUrl, saveSnapshot, timeoutMs = 20_000, maxBytes = 20 * 1024 * 1024 } = options;
  if (mode === "simulated" && !sandboxUrl) throw new ConfigError("simulated mode needs the address of the sandbox");
  const agents = createAgents(mode);
  let isClosed = false;
  const settings = {
    userAgent: userAgent(mode, options.version, options.contact ?? null),
    agents,
    timeoutMs,
    maxBytes,
  };
  const pace = createSourcePace(mode);

  async function fetchOnce(source: SourceAccess, request: PlannedRequest, url: URL, sent = request) {
    const address = mode === "simulated" && sandboxUrl ? sandboxAddress(sandboxUrl, source.key, url) : url.href;
    const assertOpen = () => {
      if (isClosed) throw new SourceHttpError(`${url.host} is not asked: stopping`, { details: { url: request.url } });
    };
    const raw = await pace(source, async () => {
      assertOpen();
      await options.countRequest?.(source);
      assertOpen();
      return exchange(sent, address, settings);
    });
    const answer = buildAnswer(request, raw, clock.now());
    logger.debug({ source: source.key, url: request.url, status: answer.status, bytes: answer.body.length }, "answer");
    await saveSnapshot({ ...answer, body: keptBody(answer.body, request.secretFields) });
    return { answer, header: raw.header };
  }

  const robots = createRobotsGate({
    clock,
    async fetchRobots(source, url) {
      const { answer, header } = await fetchOnce(source, { method: "GET", url: url.href }, url);
      if (answer.status === 429) assertAcceptable(answer, { header });
      return { status: answer.status, body: answer.body, location: header("location") };
    },
  });

  return {
    async fetchAnswer(source, request, hearRobots = () => undefined) {
      const url = permittedUrl(source, request);
      await robots.assertAllowed(source, url, hearRobots);
      const sent = withSourceKey(mode, source, request, sourceKeys);
      const { answer, header } = await fetchOnce(source, request, url, sent);
      assertAcceptable(answer, { header });
      return answer;
    },
    async askRobots(source, request) {
      const heard: RobotsFinding[] = [];
      const asking = robots.assertAllowed(source, permittedUrl(source, request), (finding) => heard.push(finding));
      await asking.catch((error: unknown) => {
        if (heard.length === 0) throw error;
      });
      return heard[0] ?? robotsNotAsked;
    },
    close() {
      isClosed = true;
      agents.httpAgent.destroy();
      agents.httpsAgent.destroy();
    },
  };
}

function buildAnswer(request: PlannedRequest, raw: RawAnswer, now: Date): Answer {
  return {
    request,
    status: raw.status,
    contentType: raw.header("content-type"),
    body: raw.body,
    bodySha256: sha256Of(keptBody(raw.body, request.secretFields)),
    requestSha256: requestHash(request),
    fetchedAt: now.toISOString(),
  };
}
