import type { SourceKind } from "../../domain/index.ts";
import type { JudgedOffer, RankableOffer, UnrankableOffer } from "./judged-offer.ts";

/** Nearest to the till first. A survey never gets here. */
const directness: Readonly<Record<SourceKind, number>> = {
  direct: 0,
  visit: 1,
  tariff: 2,
  feed: 3,
  survey: 4,
};

/**
 * One row per provider × pay-in × pay-out. A direct quote replaces estimates of the same provider unless something both
 * disclose sets their methods apart: a feed that does not say how the money is paid in is not another way of paying.
 * Of several products of one source the one that answers best stands for the offer; charge options stand side by side.
 */
export function oneRowPerOffer(
  judged: readonly JudgedOffer[],
  isBetter: (a: RankableOffer, b: RankableOffer) => boolean,
) {
  const ranked: RankableOffer[] = [];
  const rankable = judged.filter((row) => row.reason === null).sort(byDirectness);
  for (const row of rankable) {
    const twin = ranked.findIndex((other) => isSameOffer(other, row));
    const other = ranked[twin];
    if (other === undefined) {
      if (!ranked.some((better) => replacesEstimate(better, row))) ranked.push(row);
    } else if (rankOf(other) === rankOf(row) && isBetter(row, other)) {
      ranked[twin] = row;
    }
  }
  return { ranked, unranked: listedBeside(ranked, judged) };
}

/** Unranked rows that say something the ranking does not: none about a product of a ranked offer's own source. */
function listedBeside(ranked: readonly RankableOffer[], judged: readonly JudgedOffer[]): UnrankableOffer[] {
  const listed: UnrankableOffer[] = [];
  for (const row of judged.filter((candidate) => candidate.reason !== null).sort(byDirectness)) {
    const isTold = ranked.some(
      (other) => (isSameOffer(other, row) && rankOf(other) <= rankOf(row)) || replacesEstimate(other, row),
    );
    const isTwice = listed.some((other) => isSameOffer(other, row) || replacesEstimate(other, row));
    if (!isTold && !isTwice) listed.push(row);
  }
  return listed;
}

function replacesEstimate(better: JudgedOffer, row: JudgedOffer): boolean {
  return (
    better.offer.provider === row.offer.provider &&
    rankOf(better) < rankOf(row) &&
    couldBeSame(better.offer.payIn, row.offer.payIn) &&
    couldBeSame(better.offer.payOut, row.offer.payOut)
  );
}

function couldBeSame(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function isSameOffer(a: JudgedOffer, b: JudgedOffer): boolean {
  return (
    a.offer.provider === b.offer.provider &&
    a.offer.payIn === b.offer.payIn &&
    a.offer.payOut === b.offer.payOut &&
    a.offer.charges === b.offer.charges
  );
}

function rankOf(row: JudgedOffer): number {
  return directness[row.offer.sourceKind];
}

/** Independent of the order things came in: source and quote decide between equals. */
function byDirectness(a: JudgedOffer, b: JudgedOffer): number {
  const difference = rankOf(a) - rankOf(b);
  if (difference !== 0) return difference;
  if (a.offer.source !== b.offer.source) return a.offer.source < b.offer.source ? -1 : 1;
  return a.quote.quoteId < b.quote.quoteId ? -1 : 1;
}
