import { DomainError } from "../domain/index.ts";

/** The widest decimal there is, half of its digits behind the point: published rates have up to twelve there. */
export const decimalPrecision = 38;
export const decimalScale = 18;
/** Bytes that hold 38 digits. */
export const decimalWidth = 16;

const limit = 10n ** BigInt(decimalPrecision);
const lowHalf = 64n;

/**
 * Plain digits such as `-10.8123` as DECIMAL(38, 18): the unscaled figure, big-endian, two's complement.
 *
 * @throws DomainError where digits would be lost: more than 18 after the point, more than 20 before it.
 */
export function decimalBytes(text: string): Uint8Array {
  const point = text.indexOf(".");
  const whole = point === -1 ? text : text.slice(0, point);
  const fraction = point === -1 ? "" : withoutEndZeros(text.slice(point + 1));
  if (fraction.length > decimalScale) throw doesNotFit(text);
  const unscaled = BigInt(`${whole}${fraction.padEnd(decimalScale, "0")}`);
  if (unscaled >= limit || unscaled <= -limit) throw doesNotFit(text);
  const bytes = new Uint8Array(decimalWidth);
  const view = new DataView(bytes.buffer);
  view.setBigInt64(0, unscaled >> lowHalf);
  view.setBigUint64(decimalWidth / 2, BigInt.asUintN(64, unscaled));
  return bytes;
}

function withoutEndZeros(digits: string): string {
  return digits.length > decimalScale ? digits.replace(/0+$/, "") : digits;
}

function doesNotFit(text: string): DomainError {
  return new DomainError(
    `${text} does not fit into a decimal of Parquet with ${decimalPrecision} digits, ${decimalScale} of them after the point`,
  );
}
