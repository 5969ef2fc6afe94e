import { parse } from "lossless-json";

/** A JSON number whole, where it begins; not one that stands where only a key may. */
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?!\s*:)/y;

const [quote, backslash, minus, zero, nine, colon, space] = [34, 92, 45, 48, 57, 58, 32] as const;

/**
 * JSON with every number as the string of its own digits, exactly as `lossless-json` reads it, at the speed of the
 * engine's own parser: numbers are put in quotes before it sees them. Where it refuses the text, or a key stands twice
 * in an object, of which it would keep the last, `lossless-json` decides, and words the error.
 *
 * @throws SyntaxError where the text is not JSON, or an object gives one key two values.
 */
export function parseLossless(text: string): unknown {
  const { quoted, keys } = quoteNumbers(text);
  const value = tryParse(quoted);
  if (value !== undefined && countKeys(value) === keys) return value;
  return parse(text, undefined, (digits) => digits);
}

function tryParse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** The text with its numbers in quotes, and how many keys its objects have. */
function quoteNumbers(text: string): { readonly quoted: string; readonly keys: number } {
  let [quoted, copied, keys, at] = ["", 0, 0, 0];
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
      while (text.charCodeAt(at) <= space) at += 1;
      if (text.charCodeAt(at) === colon) keys += 1;
    } else if (code === minus || (code >= zero && code <= nine)) {
      const end = endOfNumber(text, at);
      if (end > at) {
        quoted += `${text.slice(copied, at)}"${text.slice(at, end)}"`;
        copied = end;
      }
      at = Math.max(at + 1, end);
    } else {
      at += 1;
    }
  }
  return { quoted: quoted + text.slice(copied), keys };
}

/** The place after the number that begins here; `start` where none does. */
function endOfNumber(text: string, start: number): number {
  number.lastIndex = start;
  return number.test(text) ? number.lastIndex : start;
}

/** The place after the string that begins here; the end where it never ends. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

function isEscaped(text: string, place: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(place - 1 - backslashes) === backslash) backslashes += 1;
  return backslashes % 2 === 1;
}

function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const item of value) keys += countKeys(item);
  } else {
    for (const item of Object.values(value)) keys += 1 + countKeys(item);
  }
  return keys;
}
