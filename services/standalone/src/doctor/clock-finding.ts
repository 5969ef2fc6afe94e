import { doubtful, type Finding, good, wrong } from "./finding.ts";

const doubtfulMs = 2_000;
const wrongMs = 60_000;

/** How far a server's clock is from ours, in whose favour the time of asking counts. */
export function clockFinding(server: string, theirsMs: number, askedMs: number, answeredMs: number): Finding {
  const offMs = theirsMs < askedMs ? askedMs - theirsMs : Math.max(0, theirsMs - answeredMs);
  const what = `${server}, clock`;
  const found = `${Math.round(offMs / 1_000)} s ${theirsMs < askedMs ? "behind" : "ahead of"} this machine's.`;
  const fix = "Let both machines set their clocks (timedatectl set-ntp true).";
  if (offMs > wrongMs) return wrong(what, found, fix);
  return offMs > doubtfulMs ? doubtful(what, found, fix) : good(what, "the same as this machine's");
}
