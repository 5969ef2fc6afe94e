import type { TariffConfig, TariffOffer } from "../../contracts/index.ts";
import { InputError, isPayableCurrency, minorUnits, parseDecimal, parseFeeSchedule } from "../../domain/index.ts";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile } from "../files/config-files.ts";
import { type CatalogCheck, problemIn } from "./check.ts";

interface Place {
  readonly file: ConfigFile<TariffConfig>;
  readonly path: string;
  readonly offer: TariffOffer;
}

/** The figures of a tariff: one kind of fee and of rate a line, tiers and amounts ascending, sums that can be paid. */
export const checkTariffFigures: CatalogCheck = ({ tariffs }) =>
  tariffs.files.flatMap((file) =>
    file.value.offers.flatMap((offer, position) => {
      const place = { file, path: `$.offers[${position}]`, offer };
      return [checkOneKind, checkTiers, checkSamples, checkBand, checkMargin].flatMap((check) => check(place));
    }),
  );

function checkOneKind({ file, path, offer }: Place): ConfigProblem[] {
  const twice = [
    ["feeSamples", "feeSchedule"],
    ["fxMarginPct", "rate"],
  ] as const;
  return twice
    .filter(([one, other]) => offer[one] !== null && offer[other] !== null)
    .map(([one, other]) => problemIn(file, `${path}.${one}`, `beside \`${other}\``, "keep the one that is published"));
}

function checkTiers({ file, path, offer }: Place): ConfigProblem[] {
  if (offer.feeSchedule === null) return [];
  try {
    parseFeeSchedule(offer.feeSchedule);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [problemIn(file, `${path}.feeSchedule.tiers`, error.message, "correct the tiers")];
  }
}

function checkSamples({ file, path, offer }: Place): ConfigProblem[] {
  const { sendCurrency } = file.value;
  const places = isPayableCurrency(sendCurrency) ? minorUnits(sendCurrency) : 0;
  const samples = offer.feeSamples ?? [];
  return samples.flatMap(({ amount, fee }, position) => {
    const at = `${path}.feeSamples[${position}]`;
    const before = samples[position - 1];
    const problems: ConfigProblem[] = [];
    if (before !== undefined && parseDecimal(amount).lte(parseDecimal(before.amount))) {
      const wrong = `"${amount}" does not exceed "${before.amount}" before it`;
      problems.push(problemIn(file, `${at}.amount`, wrong, "sort the amounts, each once"));
    }
    for (const [field, text] of Object.entries({ amount, fee })) {
      if (parseDecimal(text).decimalPlaces() <= places) continue;
      const wrong = `"${text}" is finer than ${sendCurrency} can be paid`;
      problems.push(problemIn(file, `${at}.${field}`, wrong, `use ${places} places`));
    }
    return problems;
  });
}

function checkBand({ file, path, offer: { band } }: Place): ConfigProblem[] {
  if (band === null || parseDecimal(band.min).lt(parseDecimal(band.max))) return [];
  return [problemIn(file, `${path}.band`, `"${band.max}" does not exceed "${band.min}"`, "correct one of the two")];
}

/** As wide as the collector believes a rate that is published: beyond it the figure is read wrongly. */
const widestMarginPct = parseDecimal("25");

function checkMargin({ file, path, offer: { fxMarginPct } }: Place): ConfigProblem[] {
  if (fxMarginPct === null || parseDecimal(fxMarginPct).abs().lte(widestMarginPct)) return [];
  const wrong = `a margin of ${fxMarginPct} %`;
  return [problemIn(file, `${path}.fxMarginPct`, wrong, `write per cent, at most ${widestMarginPct} either way`)];
}
