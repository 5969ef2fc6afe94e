import type { CorridorConfig, TariffConfig, TariffOffer } from "../../contracts/index.ts";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile, ConfigFiles } from "../files/config-files.ts";
import { type CatalogCheck, problemIn } from "./check.ts";
import { repeatedPositions } from "./repeated-positions.ts";

interface Place {
  readonly file: ConfigFile<TariffConfig>;
  readonly path: string;
  readonly offer: TariffOffer;
}

/** The lines of a tariff: where they lead, and that no two of them mean the same. */
export const checkTariffOffers: CatalogCheck = (files) => files.tariffs.files.flatMap((file) => checkFile(file, files));

function checkFile(file: ConfigFile<TariffConfig>, files: ConfigFiles): ConfigProblem[] {
  const places = file.value.offers.map((offer, position) => ({ file, path: `$.offers[${position}]`, offer }));
  return [
    ...places.flatMap((place) => [
      ...checkCorridors(place, files),
      ...checkCurrencies(place, files),
      ...checkOneCurrency(place),
      ...checkCharges(place),
    ]),
    ...checkTwins(places, files),
  ];
}

function checkCorridors({ file, path, offer }: Place, { corridors }: ConfigFiles): ConfigProblem[] {
  const { sendCountry, sendCurrency } = file.value;
  if (offer.corridors === "all") return [];
  return offer.corridors.flatMap((id, position) => {
    const at = `${path}.corridors[${position}]`;
    if (!corridors.names.has(id)) {
      return [problemIn(file, at, `no corridor "${id}"`, `add corridors/${id}.json or remove it`)];
    }
    const known = corridors.files.find(({ name }) => name === id)?.value;
    const isOurs = known === undefined || (known.sendCountry === sendCountry && known.sendCurrency === sendCurrency);
    if (isOurs) return [];
    const from = `${known.sendCountry} in ${known.sendCurrency}`;
    return [problemIn(file, at, `"${id}" begins in ${from}`, `name corridors from ${sendCountry} in ${sendCurrency}`)];
  });
}

function checkCurrencies({ file, path, offer }: Place, files: ConfigFiles): ConfigProblem[] {
  if (offer.receiveCurrencies === "all") return [];
  const paidOut = new Set(corridorsOf(offer, file.value, files).flatMap(({ receiveCurrencies }) => receiveCurrencies));
  const repeated = repeatedPositions(offer.receiveCurrencies);
  return offer.receiveCurrencies.flatMap((currency, position) => {
    const at = `${path}.receiveCurrencies[${position}]`;
    if (repeated.includes(position)) return [problemIn(file, at, `"${currency}" stands there twice`, "keep it once")];
    // Where none of its corridors is right, that is said already.
    if (paidOut.size === 0 || paidOut.has(currency)) return [];
    return [problemIn(file, at, `none of its corridors pays out ${currency}`, "correct the corridors or the currency")];
  });
}

/** A rate and a pay-out fee are figures of one currency. */
function checkOneCurrency({ file, path, offer }: Place): ConfigProblem[] {
  if (offer.receiveCurrencies !== "all" && offer.receiveCurrencies.length === 1) return [];
  return (["rate", "payOutFee"] as const)
    .filter((field) => offer[field] !== null)
    .map((field) => problemIn(file, `${path}.${field}`, "one figure for several currencies", "make a line for each"));
}

/** OUR puts every charge on top, BEN takes every charge out of what is sent. */
function checkCharges({ file, path, offer }: Place): ConfigProblem[] {
  const wanted = { our: "on_top", sha: null, ben: "inside" }[offer.charges ?? "sha"];
  if (wanted === null || wanted === offer.feePlacement) return [];
  const wrong = `"${offer.feePlacement}" although the charges are "${offer.charges}"`;
  return [problemIn(file, `${path}.feePlacement`, wrong, `write "${wanted}" or correct the charges`)];
}

/** What cannot be told apart would overwrite each other in the record. */
function checkTwins(places: readonly Place[], files: ConfigFiles): ConfigProblem[] {
  const seen = new Map<string, string>();
  return places.flatMap(({ file, path, offer }) => {
    const names = corridorsOf(offer, file.value, files).flatMap(({ id, receiveCurrencies }) =>
      receiveCurrencies
        .filter((currency) => offer.receiveCurrencies === "all" || offer.receiveCurrencies.includes(currency))
        .map((currency) => JSON.stringify([id, currency, offer.payIn, offer.payOut, offer.charges, offer.line])),
    );
    const twin = names.map((name) => seen.get(name)).find((other) => other !== undefined);
    for (const name of names) if (!seen.has(name)) seen.set(name, path);
    if (twin === undefined) return [];
    return [problemIn(file, `${path}.line`, `the same corridor and methods as ${twin}`, "say what tells them apart")];
  });
}

function corridorsOf(
  { corridors }: TariffOffer,
  { sendCountry, sendCurrency }: TariffConfig,
  files: ConfigFiles,
): readonly CorridorConfig[] {
  return files.corridors.files
    .map(({ value }) => value)
    .filter((one) => one.sendCountry === sendCountry && one.sendCurrency === sendCurrency)
    .filter(({ id }) => corridors === "all" || corridors.includes(id));
}
