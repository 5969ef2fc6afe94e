/** Names in Redis. All begin with the prefix, which carries the hash tag where Redis is a cluster. */
export interface LatestKeys {
  readonly mode: string;
  /** Hash: corridor key → version; `rates` → version of the rates. */
  readonly versions: string;
  /** Hash: `<source>|<amount>` → entry. */
  corridor(corridorKey: string): string;
  /** Hash: `<source>|<amount>` → when, which run and which content: what decides who is newer. */
  stamps(corridorKey: string): string;
  /** Hash: `<source>|<base>|<quote>` → lines, newest day first. */
  readonly rates: string;
  readonly rateStamps: string;
  /** There once everything the record holds was projected; a Redis that lost its memory lacks it. */
  readonly whole: string;
  /** Whose filling is the last one that was begun, until it is done. */
  readonly filling: string;
  /** Channel of announcements. */
  readonly changed: string;
}

export function buildLatestKeys(prefix: string): LatestKeys {
  return {
    mode: `${prefix}:mode`,
    versions: `${prefix}:latest:versions`,
    corridor: (corridorKey) => `${prefix}:latest:corridor:${corridorKey}`,
    stamps: (corridorKey) => `${prefix}:latest:stamps:${corridorKey}`,
    rates: `${prefix}:latest:rates`,
    rateStamps: `${prefix}:latest:rate-stamps`,
    whole: `${prefix}:latest:whole`,
    filling: `${prefix}:latest:filling`,
    changed: `${prefix}:corridor.changed`,
  };
}

/** Field of the rates in the hash of versions; no corridor key looks like it. */
export const ratesField = "rates";
