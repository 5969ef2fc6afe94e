import { mostPaid, mostReceived } from "@openremit/shared/comparison";
import { type NewVisit, newVisit } from "@openremit/shared/contracts";
import type { Decimal } from "@openremit/shared/domain";
import { readAmount, readRate, wrongAmountValues } from "../../question/index.ts";
import type { SiteContext } from "../../site/page.ts";
import type { Words } from "../../words/words.ts";
import { instantOfLocal } from "./local-time.ts";
import type { TypedVisit, VisitField, WrongVisit } from "./typed-visit.ts";

export type VisitReading =
  | { readonly visit: NewVisit; readonly wrong: null }
  | { readonly visit: null; readonly wrong: WrongVisit };

type Site = Pick<SiteContext, "catalog" | "timeZone">;

/** Reads what was typed. Times are those of the site's own zone: visits are made where it is read. */
export function readVisit(typed: TypedVisit, words: Words, { catalog, timeZone }: Site): VisitReading {
  const { t } = words;
  const wrongs: Partial<Record<VisitField, string>> = {};
  const corridor = catalog.corridors.get(typed.route);
  const [sent, paidOut] = [corridor?.sendCurrency ?? "EUR", corridor?.receiveCurrency ?? "EUR"];
  const money = (field: "amount" | "fee" | "received" | "payOutFee", currency: string, most: Decimal) => {
    const mayBeZero = field === "fee" || field === "payOutFee";
    const { amount, wrong } = readAmount(typed[field], currency, { most, mayBeZero });
    if (wrong === null) return { [field]: amount };
    const isNeeded = field === "amount" || field === "fee";
    if (wrong.reason !== "missing" || isNeeded) {
      wrongs[field] = t(`amount.${wrong.reason}`, wrongAmountValues(wrong, words));
    }
    return {};
  };
  const { rate, wrong: wrongRate } = readRate(typed.rate, paidOut);
  if (wrongRate !== null && wrongRate !== "missing") wrongs.rate = t("check.wrong_rate");
  const said = {
    corridor: corridor?.id,
    receiveCurrency: corridor?.receiveCurrency,
    provider: typed.provider,
    visitedAt: instantOfLocal(typed.day, typed.time, timeZone) ?? "",
    visitor: typed.visitor,
    enteredBy: typed.enteredBy,
    feePlacement: typed.feePlacement,
    ...money("amount", sent, mostPaid),
    ...money("fee", sent, mostPaid),
    ...(rate === null ? {} : { rate }),
    ...money("received", paidOut, mostReceived),
    ...(typed.speed === "" ? {} : { speed: typed.speed }),
    payIn: typed.payIn,
    payOut: typed.payOut,
    ...money("payOutFee", paidOut, mostReceived),
    ...(typed.where.trim() === "" ? {} : { where: typed.where.trim() }),
  };
  const parsed = newVisit.safeParse(said);
  if (parsed.success && Object.keys(wrongs).length === 0) return { visit: parsed.data, wrong: null };
  for (const { path } of parsed.error?.issues ?? []) {
    const field = fieldOf(String(path[0] ?? ""));
    wrongs[field] ??= wrongText(field, words);
  }
  return { visit: null, wrong: wrongs };
}

/** A field of the API by the one of the form that it was typed in. */
export function fieldOf(name: string): VisitField {
  if (name === "corridor" || name === "receiveCurrency") return "route";
  return name === "visitedAt" ? "day" : (name as VisitField);
}

export function wrongText(field: VisitField, { t }: Words): string {
  if (field === "day" || field === "time") return t("observe.wrong_time");
  if (field === "visitor" || field === "enteredBy") return t("observe.wrong_code");
  if (field === "where") return t("observe.wrong_where");
  if (field === "rate") return t("observe.one_of_two");
  if (field === "fee") return t("check.fee_takes_all");
  if (field === "amount" || field === "received" || field === "payOutFee") return t("amount.not_a_number");
  return t("observe.wrong_choice");
}
