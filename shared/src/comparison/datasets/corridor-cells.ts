import type { Corridor } from "../../domain/index.ts";

/** A corridor of money in the columns every dataset has for it. */
export function corridorCells({ id, sendCountry, sendCurrency, receiveCountry, receiveCurrency }: Corridor) {
  return {
    corridor: id,
    send_country: sendCountry,
    send_currency: sendCurrency,
    receive_country: receiveCountry,
    receive_currency: receiveCurrency,
  };
}
