import type { SourcesAnswer } from "@openremit/shared/contracts";
import { createHttpClient, type HttpClient } from "@openremit/shared/http";
import { createLogger, systemClock } from "@openremit/shared/runtime";
import { readLatest } from "@openremit/shared/storage";
import { openStaircase, type Staircase, smallCorridor } from "../../support/staircase.ts";
import { until } from "../../support/until.ts";
import { compareFacts, type Facts, type Finding, type Scenario } from "./finding.ts";
import { type HostileWay, openHostileLine } from "./hostile-line.ts";
import { watchMemory } from "./watch-memory.ts";

/** The source that misbehaves, and one that does not. */
const hostile = "wise";
const other = "western-union";
const timeoutMs = 1_500;
/** A fraction of what is sent, and room for the answer that is allowed. */
const mostMegabytes = 100;

const failed = { outcome: "failed", covers: 0, pricesStay: true, other: "stored", memory: "small" };
const slow = { ...failed, errorCode: "source_http", issues: [] };
const strange = { ...failed, errorCode: "source_shape", issues: ["unfamiliar_answer"] };

const expectations: Readonly<Record<HostileWay, Facts>> = {
  "one byte a second": slow,
  "1 GB": strange,
  "gzip bomb of 1 GB": strange,
  "redirect to loopback": { ...strange, insideAsked: 0 },
  "redirect to the metadata address": strange,
};

/** A source that does its worst, visited twice by the whole staircase, while another goes on. */
export const askHostileSources: Scenario = async () => {
  const line = await openHostileLine();
  line.state.source = hostile;
  let isNameless = false;
  const staircase = await openStaircase({
    sourceTimeoutMs: timeoutMs,
    sandboxUrl(trueUrl) {
      line.state.sandboxUrl = trueUrl;
      return line.origin;
    },
    http: (usual) => withoutName(usual, (source) => isNameless && source === hostile),
  });
  try {
    await staircase.collectOnce();
    const api = await staircase.startApi();
    const sources = async () => (await (await api.get("/v1/sources")).json()) as SourcesAnswer;
    const findings: Finding[] = [];
    const meet = async (fault: string, expected: Facts) => {
      findings.push(compareFacts(`source: ${fault}`, expected, await look(staircase, sources, line.state)));
      line.state.way = null;
      isNameless = false;
      const seen = await recover(staircase, sources);
      findings.push(compareFacts("  and well again", { outcome: "stored", state: "working", issues: [] }, seen));
    };
    for (const [way, expected] of Object.entries(expectations) as [HostileWay, Facts][]) {
      line.state.way = way;
      await meet(way, expected);
    }
    isNameless = true;
    await meet("its name is not known to DNS", slow);
    return findings;
  } finally {
    await staircase.close();
    line.close();
  }
};

async function look(
  staircase: Staircase,
  sources: () => Promise<SourcesAnswer>,
  line: { readonly insideAsked: number },
): Promise<Facts> {
  const { database, latest } = staircase.stores;
  const pricesOfHostile = async () => {
    const known = [...(await readLatest(database)).values(), await latest.readCorridor(smallCorridor)];
    return JSON.stringify(known.map((entries) => entries.filter(({ source }) => source === hostile)));
  };
  const before = await pricesOfHostile();
  const memory = watchMemory();
  const [first, beside] = await Promise.all([staircase.visitAgain(hostile), staircase.visitAgain(other)]);
  const { run } = await staircase.visitAgain(hostile);
  const megabytes = memory.stop();
  await until(async () => (await rowOf(sources)).lastRun?.runId === run.runId);
  const { issues } = await rowOf(sources);
  const isSame = first.run.errorCode === run.errorCode;
  return {
    outcome: run.outcome,
    errorCode: isSame ? run.errorCode : `${first.run.errorCode} and then ${run.errorCode}`,
    covers: run.covers.length,
    issues: issues.map(({ code }) => code),
    pricesStay: (await pricesOfHostile()) === before,
    other: beside.run.outcome,
    memory: megabytes <= mostMegabytes ? "small" : "large",
    megabytes: Math.round(megabytes),
    insideAsked: line.insideAsked,
  };
}

async function recover(staircase: Staircase, sources: () => Promise<SourcesAnswer>): Promise<Facts> {
  const { run } = await staircase.visitAgain(hostile);
  await until(async () => (await rowOf(sources)).lastRun?.runId === run.runId);
  const { state, issues } = await rowOf(sources);
  return { outcome: run.outcome, state, issues: issues.map(({ code }) => code) };
}

async function rowOf(sources: () => Promise<SourcesAnswer>) {
  const row = (await sources()).sources.find(({ key }) => key === hostile);
  return row ?? Promise.reject(new Error(`no ${hostile} on /v1/sources`));
}

/** Sends what is meant for a source to a name that no resolver knows (RFC 6761), as real mode would. */
function withoutName(usual: HttpClient, isNameless: (source: string) => boolean): HttpClient {
  const real = createHttpClient({
    mode: "real",
    contact: "ops@example.org",
    version: "test",
    logger: createLogger("test", { level: "silent" }),
    clock: systemClock,
    saveSnapshot: async () => undefined,
    timeoutMs,
  });
  const origin = "https://nowhere.invalid";
  return {
    ...usual,
    fetchAnswer(source, request, hearRobots) {
      if (!isNameless(source.key)) return usual.fetchAnswer(source, request, hearRobots);
      const { pathname, search } = new URL(request.url);
      const renamed = { ...request, url: `${origin}${pathname}${search}` };
      return real.fetchAnswer({ ...source, origins: [origin] }, renamed, hearRobots);
    },
    close() {
      real.close();
      usual.close();
    },
  };
}
