import { columns } from "./column.ts";

/** Unit of amounts on the sender's side: the column that holds the currency. */
export const sendMoney = "send_currency";

/** A corridor of money (METHOD 5). */
export const corridorColumns = {
  corridor: columns.text("Country pair, such as be-ma"),
  send_country: columns.text("ISO 3166-1 alpha-2"),
  send_currency: columns.currency("ISO 4217"),
  receive_country: columns.text("ISO 3166-1 alpha-2"),
  receive_currency: columns.currency("ISO 4217; two pay-out currencies are two corridors"),
};

/** Under what terms the row's figures may be passed on, and the words to show beside them. */
export const rightsColumns = {
  licence: columns
    .text("Licence of the source's figures, as an SPDX identifier or in words; empty where none is stated")
    .nullable(),
  attribution: columns.text("Words that the source wants beside its figures").nullable(),
};
