import { DomainError } from "../domain/index.ts";

/** The widest decimal there is, half of its digits behind the point: published rates have up to twelve there. */
export const decimalPrecision = 38;
export const decimalScale = 18;
/** Bytes that hold 38 digits. */
export const decimalWidth = 16;

const limit = 10n ** BigInt(decimalPrecision);
const lowHalf = 64n;

/**
 * Writes plain digits such as `-10.8123` as DECIMAL(38, 18): the unscaled figure, big-endian, two's complement.
 *
 * @param bytes sixteen of them.
 * @throws DomainError where digits would be lost: more than 18 after the point, more than 20 before it.
 */
export function writeDecimal(text: string, bytes: DataView): void {
  const point = text.indexOf(".");
  const whole = point === -1 ? text : text.slice(0, point);
  const fraction = point === -1 ? "" : withoutEndZeros(text.slice(point + 1));
  if (fraction.length > decimalScale) throw doesNotFit(text);
  const unscaled = BigInt(`${whole}${fraction.padEnd(decimalScale, "0")}`);
  if (unscaled >= limit || unscaled <= -limit) throw doesNotFit(text);
  bytes.setBigInt64(0, unscaled >> lowHalf);
  bytes.setBigUint64(decimalWidth / 2, BigInt.asUintN(64, unscaled));
}

/**
 * Reads decimals into bytes that are used again: the n-th figure of every row group lies where the n-th of the one before
 * lay, and nothing is left for the garbage collector.
 */
export function createDecimalReader(): (text: string, place: number) => Uint8Array {
  const slots: { readonly bytes: Uint8Array; readonly view: DataView }[] = [];
  return (text, place) => {
    let slot = slots[place];
    if (slot === undefined) {
      const bytes = new Uint8Array(decimalWidth);
      slot = { bytes, view: new DataView(bytes.buffer) };
      slots[place] = slot;
    }
    writeDecimal(text, slot.view);
    return slot.bytes;
  };
}

function withoutEndZeros(digits: string): string {
  return digits.length > decimalScale ? digits.replace(/0+$/, "") : digits;
}

function doesNotFit(text: string): DomainError {
  return new DomainError(
    `${text} does not fit into a decimal of Parquet with ${decimalPrecision} digits, ${decimalScale} of them after the point`,
  );
}
