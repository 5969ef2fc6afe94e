import fc from "fast-check";
import { LosslessNumber, parse, stringify } from "lossless-json";
import { figures, values, wholeAnswers, words } from "./hostile-values.ts";

/** One thing done to an answer. `place` and `what` choose, modulo what there is to choose from. */
export interface Edit {
  readonly how: "remove" | "add" | "retype" | "repeat" | "figure" | "figures" | "word" | "letter" | "cut" | "whole";
  readonly place: number;
  readonly what: number;
}

const any = fc.nat({ max: 1_000_000 });
const edit = (...how: readonly Edit["how"][]) => fc.record({ how: fc.constantFrom(...how), place: any, what: any });

/** One to three edits; those that leave the answer readable come more often, as only they get past its shape. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: edit("figure", "figures") },
    { weight: 6, arbitrary: edit("remove", "add", "retype", "repeat", "word") },
    { weight: 1, arbitrary: edit("letter", "cut", "whole") },
  ),
  { minLength: 1, maxLength: 3 },
);

/** The answer after its edits. Structure is edited where the answer is JSON; of markup, its tags and what stands between. */
export function mutateAnswer(body: string, changes: readonly Edit[]): string {
  return changes.reduce((text, { how, place, what }) => {
    const read = readTree(text);
    if (how === "whole") return pick(wholeAnswers, what);
    if (how === "cut") return text.slice(0, place % (text.length + 1));
    if (how === "letter")
      return splice(text, place % (text.length + 1), 1, pick([...'\u0000\u0007"<>&,.:-[]{}0é\ud800'], what));
    if (how === "figure" || how === "figures")
      return replaceMatch(text, /\d+(?:[.,]\d+)*/g, pick(figures, what), { place, how });
    if (how === "word") return replaceMatch(text, /[\p{L}_]{3,}/gu, pick(words, what), { place, how });
    return read === undefined ? editMarkup(text, { how, place, what }) : editTree(read, { how, place, what });
  }, body);
}

function pick<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

function splice(text: string, start: number, length: number, by: string): string {
  return text.slice(0, start) + by + text.slice(start + length);
}

function replaceMatch(text: string, pattern: RegExp, by: string, { place, how }: Pick<Edit, "place" | "how">): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const match = pick(matches, place);
  return how === "figures" ? text.replaceAll(match[0], () => by) : splice(text, match.index, match[0].length, by);
}

/** A tag or a text is left out, overwritten or repeated; a whole line is repeated. */
function editMarkup(text: string, { how, place, what }: Edit): string {
  const parts = text.split(/(?<=>)|(?=<)/);
  const at = place % parts.length;
  const part = parts[at] ?? "";
  const by = { remove: "", repeat: part + part, add: part + pick(words, what), retype: pick(words, what) };
  if (how === "repeat" && what % 2 === 0) return text.replace(/^.*<.*$/m, (line) => `${line}\n${line}`);
  return parts.with(at, by[how as keyof typeof by]).join("");
}

type Tree = Record<string, unknown> | unknown[];

function readTree(text: string): Tree | undefined {
  try {
    const read = parse(text);
    return isTree(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !(value instanceof LosslessNumber);
}

function placesIn(tree: Tree): { readonly tree: Tree; readonly key: string }[] {
  return Object.entries(tree).flatMap(([key, value]) => [{ tree, key }, ...(isTree(value) ? placesIn(value) : [])]);
}

const marker = "@@value@@";

function editTree(root: Tree, { how, place, what }: Edit): string {
  const places = placesIn(root);
  if (places.length === 0) return pick(values, what);
  const { tree, key } = pick(places, place);
  if (Array.isArray(tree)) {
    const at = Number.parseInt(key, 10);
    if (how === "remove") tree.splice(at, 1);
    else if (how === "repeat") tree.splice(at, 0, tree[at]);
    else tree.splice(at, how === "add" ? 0 : 1, marker);
  } else if (how === "remove") delete tree[key];
  else if (how === "retype") tree[key] = marker;
  else if (how === "add") tree[pick(["extra", "", "toString", "a b", "É", key.toUpperCase()], what)] = marker;
  const text = stringify(root) ?? "";
  if (how === "repeat" && !Array.isArray(tree)) return text.replace(`"${key}":`, (name) => `${name}null,${name}`);
  return text.replace(`"${marker}"`, () => pick(values, what));
}
