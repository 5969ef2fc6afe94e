import fc from "fast-check";
import { LosslessNumber, parse, stringify } from "lossless-json";

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

const deep = 20_000;
const megabyte = 1_000_000;
const nines = (count: number) => "9".repeat(count);

const figures = [
  ...["0", "0.00", "-0", "-1", "-0.01", "1", "100", "0.1", "1e5", "1E-7", "1e400", "1e-400", "NaN", "Infinity", "null"],
  ...["+1", ".5", "1.", "1,5", "1.234,5", "1,234.5", "0x10", "1_000", "٣", "１", " 1", "1\t", "00.5", "--1", "1.2.3"],
  ...[nines(12), nines(30), nines(31), nines(40), nines(50), `0.${"0".repeat(29)}1`, `0.${"0".repeat(39)}1`],
  ...[`${nines(11)}.${nines(30)}`, `${nines(30)}.${nines(11)}`, `1.${"3".repeat(30)}`, `${nines(400)}e400`],
];

const words = [
  ...[
    "",
    " ",
    "🙂".repeat(150),
    "\u202e\u200b\ufeff",
    "e\u0301",
    "x".repeat(5_000),
    "__proto__",
    "constructor",
    "toString",
  ],
  ...["0000-01-01", "9999-12-31", "2026-02-30", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1 Mar 0000"],
  ...[
    "P99999999999D",
    "P1000000D",
    "PT999999999999999999H",
    "USD",
    "eur",
    "EUR",
    "XXX",
    "JPY",
    "minimum",
    "Fixed",
    "&nope;",
  ],
  ...[
    "</td>",
    "<div>".repeat(deep),
    `<a${" b='1'".repeat(deep)}>`,
    "<b>",
    "]]>",
    "'",
    "\\",
    "$&",
    "%s",
    "[".repeat(megabyte / 10),
    "(".repeat(megabyte / 10),
  ],
];

/** JSON as text, so that it may be what no value can hold. */
const values = [
  ...[
    "null",
    "true",
    "false",
    '""',
    "[]",
    "{}",
    "0",
    "1",
    "[null]",
    "[[]]",
    "[{}]",
    '"\\u0000"',
    '"\\ud800"',
    '"\\u0007"',
  ],
  ...[
    '{"__proto__":{"polluted":"yes"}}',
    '{"constructor":{"prototype":{"polluted":"yes"}}}',
    "nan",
    "undefined",
    "'1'",
  ],
  ...[`${"[".repeat(deep)}${"]".repeat(deep)}`, `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`, nines(megabyte)],
  ...figures.map((figure) => JSON.stringify(figure)),
  ...words.map((word) => JSON.stringify(word)),
];

const doctype = (inside: string) => `<?xml version="1.0"?><!DOCTYPE a [${inside}]>`;

/** Whole answers that are none. */
export const wholeAnswers: readonly string[] = [
  ...[
    "",
    " ",
    "\ufeff",
    "\u0000",
    "null",
    "0",
    "[]",
    "{}",
    "[[]]",
    '[{"__proto__":{"polluted":"yes"}}]',
    "<",
    "<a",
    "<a/>",
  ],
  ...["<!DOCTYPE html><html><body>Are you human?</body></html>", "<html>".repeat(deep), "<b><p>".repeat(deep / 10)],
  ...["[".repeat(deep), '{"a":'.repeat(deep), nines(megabyte), `"${nines(megabyte)}"`, "[".repeat(megabyte)],
  ...[doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'), `${doctype("<!ENTITY x '&x;&x;'>")}<a>&x;</a>`],
  ...["<__proto__>1</__proto__>", "<a __proto__='1'/>", "<a>&#0;&nope;</a>", "<a>".repeat(deep) + "</a>".repeat(deep)],
];

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
