import type { Corridor } from "@openremit/shared/domain";
import { LosslessNumber, stringify } from "lossless-json";
import type { PlannedRequest } from "../adapter.ts";

const methodsQuery =
  "query payOutMethods($sendCountry: CountryCode!, $receiveCountry: CountryCode!, $receiveCurrency: CurrencyCode!) " +
  "{ payOutMethods(payOutMethodsInput: {sendCountry: $sendCountry, receiveCountry: $receiveCountry, receiveCurrency: " +
  "$receiveCurrency}) { code payOutTimeEstimate } }";

const calculationQuery =
  "mutation createCalculation($amount: BigDecimal!, $type: CalculationType!, $sendCountryCode: CountryCode!, " +
  "$sendCurrencyCode: CurrencyCode!, $receiveCountryCode: CountryCode!, $receiveCurrencyCode: CurrencyCode!, " +
  "$payOutMethodCode: String, $correspondentId: String) { createCalculation(calculationInput: {amount: $amount, " +
  "type: $type, send: {country: $sendCountryCode, currency: $sendCurrencyCode}, receive: {country: " +
  "$receiveCountryCode, currency: $receiveCurrencyCode}, payOutMethodCode: $payOutMethodCode, correspondentId: " +
  "$correspondentId}) { calculation { send { amount currency } receive { amount currency } exchangeRate { value " +
  "crossedOutValue } informativeSummary { fee { value { amount currency } } discount { value { amount currency } } " +
  "totalToPay { amount } } payInMethodsCalculations { totalToPay { amount currency } payInMethod { id } } } errors { " +
  "__typename ... on GenericCalculationError { message } ... on ValidationCalculationError { message } } } }";

/** Asks for the ways of paying out of a corridor. */
export function methodsRequest({ sendCountry, receiveCountry, receiveCurrency }: Corridor): PlannedRequest {
  return post("payOutMethods", methodsQuery, { sendCountry, receiveCountry, receiveCurrency });
}

/** Asks for the price of one way of paying out, whoever pays out, at one amount. */
export function calculationRequest(corridor: Corridor, amount: string, payOutMethodCode: string): PlannedRequest {
  return post("createCalculation", calculationQuery, {
    amount: new LosslessNumber(amount),
    type: "SEND",
    sendCountryCode: corridor.sendCountry,
    sendCurrencyCode: corridor.sendCurrency,
    receiveCountryCode: corridor.receiveCountry,
    receiveCurrencyCode: corridor.receiveCurrency,
    payOutMethodCode,
    correspondentId: "",
  });
}

function post(operationName: string, query: string, variables: object): PlannedRequest {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const body = stringify({ operationName, query, variables }) ?? "";
  return { method: "POST", url: "https://api.worldremit.com/graphql", headers, body };
}
