import { Decimal, DomainError, decimalText, exportDigits, roundHalfUp } from "../domain/index.ts";

/** The widest decimal there is, half of its digits behind the point: published rates have up to twelve there. */
export const decimalScale = exportDigits.places;
export const decimalPrecision = exportDigits.whole + decimalScale;
/** Bytes that hold 38 digits. */
export const decimalWidth = 16;

const limit = 10n ** BigInt(decimalPrecision);
const lowHalf = 64n;

/**
 * Writes plain digits such as `-10.8123` as DECIMAL(38, 18): the unscaled figure, big-endian, two's complement. Places
 * beyond the 18th are rounded half-up: one figure with more must not stop every file that comes by it.
 *
 * @param bytes sixteen of them.
 * @throws DomainError where there are more than 20 digits before the point.
 */
function writeDecimal(text: string, bytes: DataView): void {
  const point = text.indexOf(".");
  if (point !== -1 && text.length - point - 1 > decimalScale) {
    writeDecimal(decimalText(roundHalfUp(new Decimal(text), decimalScale)), bytes);
    return;
  }
  const whole = point === -1 ? text : text.slice(0, point);
  const fraction = point === -1 ? "" : text.slice(point + 1);
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

function doesNotFit(text: string): DomainError {
  return new DomainError(
    `${text} does not fit into a decimal of Parquet with ${exportDigits.whole} digits before the point`,
  );
}
