import { mostPaid, mostReceived } from "@openremit/shared/comparison";
import { longestReport, type NewReport, newReport } from "@openremit/shared/contracts";
import type { Corridor, Decimal } from "@openremit/shared/domain";
import { readAmount, readRate, wrongAmountValues } from "../../question/index.ts";
import type { Words } from "../../words/words.ts";

/** Fields of the form, each as typed. */
export const reportFields = ["amount", "fee", "rate", "received", "where", "seenOn", "text"] as const;
export type ReportField = (typeof reportFields)[number];
export type TypedReport = Readonly<Record<ReportField, string>>;
export type WrongReport = Readonly<Partial<Record<ReportField, string>>>;

export type ReportReading =
  | { readonly report: NewReport; readonly wrong: null }
  | { readonly report: null; readonly wrong: WrongReport };

/** Reads what somebody saw. Every figure may be left out, not all of it. */
export function readReport(typed: TypedReport, quoteId: string, corridor: Corridor, words: Words): ReportReading {
  const { t } = words;
  const money = (field: "amount" | "fee" | "received", currency: string, most: Decimal) => {
    const { amount, wrong } = readAmount(typed[field], currency, { most, mayBeZero: field === "fee" });
    if (wrong === null) return { [field]: amount };
    if (wrong.reason === "missing") return {};
    wrongs[field] = t(`amount.${wrong.reason}`, wrongAmountValues(wrong, words));
    return {};
  };
  const wrongs: Partial<Record<ReportField, string>> = {};
  const { rate, wrong: wrongRate } = readRate(typed.rate, corridor.receiveCurrency);
  if (wrongRate !== null && wrongRate !== "missing") wrongs.rate = t("check.wrong_rate");
  const said = {
    quoteId,
    ...money("amount", corridor.sendCurrency, mostPaid),
    ...money("fee", corridor.sendCurrency, mostPaid),
    ...money("received", corridor.receiveCurrency, mostReceived),
    ...(rate === null ? {} : { rate }),
    where: typed.where,
    seenOn: typed.seenOn,
    // Browsers count a line break as one character, and send two.
    ...(typed.text.trim() === "" ? {} : { text: typed.text.trim().replaceAll("\r\n", "\n") }),
    language: words.language.code,
  };
  const parsed = newReport.safeParse(said);
  if (parsed.success && Object.keys(wrongs).length === 0) return { report: parsed.data, wrong: null };
  const texts: Readonly<Partial<Record<string, string>>> = {
    where: t("report.no_where"),
    seenOn: t("report.wrong_day"),
    text: wrongText(said.text, words),
  };
  for (const issue of parsed.error?.issues ?? []) {
    const [field] = issue.path;
    const known = reportFields.find((name) => name === field);
    if (known !== undefined) wrongs[known] ??= texts[known] ?? t("amount.not_a_number");
  }
  return { report: null, wrong: wrongs };
}

function wrongText(text: string | undefined, { t }: Words): string {
  if (text === undefined) return t("report.nothing_said");
  return text.length > longestReport ? t("report.too_long", { count: longestReport }) : t("report.no_links");
}
