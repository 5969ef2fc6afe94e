import { type CorridorQuestion, defaultPay, questionQuery } from "../question/index.ts";
import type { Words } from "../words/words.ts";
import type { EmbedForm, Theme } from "./embed.ts";

export interface EmbedPlace {
  readonly form: EmbedForm;
  readonly id: string;
  readonly language: string;
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
  readonly theme: Theme;
}

/** The path of a corridor shown elsewhere: `/embed/be-ma.svg?lang=fr&amount=200`. */
export function embedPath({ form, id, language, amount, currency, theme }: EmbedPlace): string {
  const query = new URLSearchParams({ lang: language });
  if (amount !== undefined) query.set("amount", amount);
  if (currency !== undefined) query.set("currency", currency);
  if (theme !== "auto") query.set("theme", theme);
  return `/embed/${id}${form === "frame" ? "" : `.${form}`}?${query}`;
}

/** The path of the whole page about the same question; short where it is the usual one. */
export function fullPath(question: CorridorQuestion, { href }: Words): string {
  const { pay, ...query } = questionQuery(question);
  const isUsual = pay === defaultPay(question.config);
  return href(`/${question.corridor.id}`, isUsual ? query : { ...query, pay });
}

/** An address as people write it down. */
export function writtenAddress(address: string): string {
  return address.replace(/^https?:\/\//, "");
}
