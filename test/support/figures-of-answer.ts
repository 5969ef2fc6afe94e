/** The figures of an answer as whole numbers of 10^-scale, and as they are written. */
export interface PublishedFigures {
  readonly written: ReadonlySet<string>;
  readonly whole: ReadonlySet<bigint>;
}

const scale = 64;
const longest = 42;

/** Every figure written in the answers: also with a decimal comma or with thousands set apart. */
export function figuresOf(bodies: readonly string[]): PublishedFigures {
  const texts = bodies.flatMap((body) => body.match(/\d[\d.,\s]*/g) ?? []).filter((text) => text.length <= 2 * longest);
  const digits = texts.flatMap((text) => [
    ...(text.match(/\d+(\.\d+)?/g) ?? []),
    text.replace(/[,\s]/g, ""),
    text.replace(/[.\s]/g, "").replace(",", "."),
  ]);
  const written = new Set(digits.map((text) => text.replace(/\.$/, "")).filter((text) => /^\d+(\.\d+)?$/.test(text)));
  // What nobody writes: no fee where none is listed, no per cent of it.
  written.add("0");
  return { written, whole: new Set([...written].map(wholeOf)) };
}

/**
 * Whether a figure comes out of an answer: `verbatim`, digit for digit; `exact` also as a sum or difference of up to three
 * figures, the middle of two, or either of them for a unit that the answer names or a power of ten.
 */
export function explainsFigure(
  { written, whole }: PublishedFigures,
  figure: string,
  how: "verbatim" | "exact",
): boolean {
  if (written.has(figure)) return true;
  if (how === "verbatim") return false;
  const value = wholeOf(figure);
  const isSum = (sum: bigint) => [...whole].some((one) => whole.has(sum - one) || whole.has(sum + one));
  const isSumOfThree = (sum: bigint) => [...whole].some((one) => isSum(sum - one) || isSum(sum + one));
  const units = [...whole].filter((unit) => unit > 0n);
  const powers = Array.from({ length: 10 }, (_, power) => 10n ** BigInt(scale + power));
  const times = [...powers, ...units].map((unit) => (value * unit) / 10n ** BigInt(scale));
  return times.some((one) => whole.has(one)) || times.some((one) => isSum(2n * one)) || isSumOfThree(value);
}

function wholeOf(figure: string): bigint {
  const [integer = "", fraction = ""] = figure.split(".");
  return BigInt(integer + fraction.slice(0, scale).padEnd(scale, "0"));
}
