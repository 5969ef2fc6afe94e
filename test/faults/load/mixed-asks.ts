/** What readers ask, in the shares in which they ask it: the same sequence for the same seed. */
export interface MixedAsks {
  api(): string;
  site(): string;
}

const usualAmounts = ["100", "200", "500"];
const languages = ["en", "fr", "ar"];
/** Half of all who ask for prices ask what many others ask. */
const usualCorridors = 5;

export function createMixedAsks(corridorIds: readonly string[], seed: number): MixedAsks {
  let state = seed;
  /** A whole number from 0 up to `below`; a linear congruential generator is random enough to spread questions. */
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const oneOf = <Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value => {
    const value = values[draw(values.length)];
    if (value === undefined) throw new Error("nothing to choose from");
    return value;
  };
  const usual = corridorIds.slice(0, usualCorridors);
  const newAmount = () => `${51 + draw(949)}.${String(draw(100)).padStart(2, "0")}`;
  const usualOr = () => (draw(2) === 0 ? [oneOf(usual), oneOf(usualAmounts)] : [oneOf(corridorIds), newAmount()]);

  return {
    api() {
      const kind = draw(100);
      if (kind < 75) {
        const [id, pay] = usualOr();
        return `/v1/corridors/${id}/offers?pay=${pay}`;
      }
      if (kind < 85)
        return `/v1/corridors/${oneOf(corridorIds)}/history?since=2026-10-${10 + draw(20)}&until=2026-11-19`;
      if (kind < 90) return "/v1/corridors";
      if (kind < 95) return `/v1/rates?base=EUR&quote=${oneOf(["MAD", "USD", "XOF"])}`;
      return oneOf(["/v1/providers", "/v1/sources"]);
    },
    site() {
      const language = oneOf(languages);
      const kind = draw(100);
      if (kind < 80) {
        const [id, pay] = usualOr();
        return `/${language}/${id}?pay=${pay}`;
      }
      if (kind < 90) return `/${language}/`;
      return `/${language}/${oneOf(["corridors", "sources", "about", "method"])}`;
    },
  };
}

/** Whole datasets, asked one after another by somebody who works with figures. */
export const exportsAsked = ["corridors.csv", "providers.ndjson", "quotes.csv?to=MA", "corridor-days.csv?to=MA"];
