import { nonNegativeDecimalString } from "@openremit/shared/contracts";

/** A figure that is added to others or divided: short enough for the sum to keep every digit. No price needs more. */
export const summable = nonNegativeDecimalString.max(20);
