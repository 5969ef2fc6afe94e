import type { Warning } from "../../contracts/index.ts";

/** What the checks of a quote can flag, in words; a flag without words is passed on by its code. */
const flagTexts: Readonly<Record<string, string>> = {
  stated_received_differs:
    "What the source says arrives differs from what its fee and rate give; the stated sum is kept.",
  negative_margin: "The rate is better than the reference rate.",
  charges_our: "Charge option OUR: every charge of the transfer is in the fee.",
  charges_sha:
    "Charge option SHA: the fee is the sending bank's own. What banks in between and the receiving bank take is not known, so less may arrive.",
  charges_ben:
    "Charge option BEN: the charges are taken out of what is sent. What banks in between take is not known, so less may arrive.",
  rate_from_margin:
    "No rate is published: this one is the mid-market rate of the moment less the published margin, so its place in the order depends on that rate.",
  corrected: "Corrected by the people who run this site; the log of corrections says what and why.",
  tariff_changed: "The document was changed after a person read these figures in it.",
  observed_in_future: "The source gives a time later than the visit.",
};

const leftOutTexts = {
  provider_not_active: "Left out because they are paused or retired here: ",
  unknown_method_left_out: "offers are left out because their source does not say how money is paid in or out.",
  unknown_speed_left_out: "offers are left out because their source does not say how long they take.",
};

export function flagWarning(flag: string): Warning {
  const code = flag.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  return { code, detail: flagTexts[code] ?? `The checks flagged this price: ${code.replaceAll("_", " ")}.` };
}

/** Warnings about what a ranking leaves out. */
export function leftOutWarnings(counts: {
  readonly inactive: readonly string[];
  readonly leftOutUnknownMethod: number;
  readonly leftOutUnknownSpeed: number;
}): Warning[] {
  const warnings: Warning[] = [];
  const { inactive, leftOutUnknownMethod, leftOutUnknownSpeed } = counts;
  if (inactive.length > 0) {
    warnings.push({
      code: "provider_not_active",
      detail: `${leftOutTexts.provider_not_active}${inactive.join(", ")}.`,
    });
  }
  if (leftOutUnknownMethod > 0) {
    const detail = `${leftOutUnknownMethod} ${leftOutTexts.unknown_method_left_out}`;
    warnings.push({ code: "unknown_method_left_out", detail });
  }
  if (leftOutUnknownSpeed > 0) {
    warnings.push({
      code: "unknown_speed_left_out",
      detail: `${leftOutUnknownSpeed} ${leftOutTexts.unknown_speed_left_out}`,
    });
  }
  return warnings;
}

/** Why there is nothing to list. */
export function emptinessWarning(known: { newestObservedAt: Date | null; alive: number; listed: number }): Warning[] {
  if (known.listed > 0) return [];
  if (known.newestObservedAt === null) {
    return [{ code: "no_data", detail: "No price has been observed for this corridor." }];
  }
  const observedAt = known.newestObservedAt.toISOString();
  if (known.alive === 0) {
    const detail = `Every known price has expired; the newest was observed at ${observedAt}.`;
    return [{ code: "everything_expired", detail, observedAt }];
  }
  return [{ code: "nothing_matches", detail: "Prices are known, and none of them fits the question." }];
}

export const olderDataWarning: Warning = {
  code: "data_may_be_older",
  detail:
    "The store of latest prices is out of reach or being filled again; this answer is from what was last read from it.",
};
