import type { Life } from "./page.ts";

/** Of a page that is made of several answers: true for as long as all of them are. */
export function joinLives([first, ...others]: readonly [Life, ...Life[]]): Life {
  return others.reduce(
    (one, other) => ({
      version: one.version === other.version ? one.version : `${one.version}.${other.version}`,
      freshUntil: earlier(one.freshUntil, other.freshUntil),
      trueUntil: earlier(one.trueUntil, other.trueUntil),
      corridorKeys:
        one.corridorKeys === null || other.corridorKeys === null
          ? null
          : [...new Set([...one.corridorKeys, ...other.corridorKeys])],
    }),
    first,
  );
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
