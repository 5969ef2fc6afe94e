import type { TariffConfig } from "../../contracts/index.ts";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile, ConfigFiles } from "../files/config-files.ts";
import { type CatalogCheck, problemIn } from "./check.ts";

type TariffFile = ConfigFile<TariffConfig>;

/** Tariffs: a key of their own, a known provider, a document that can be asked for, a day as coarse as it is known. */
export const checkTariffs: CatalogCheck = (files) =>
  files.tariffs.files.flatMap((file) => [
    ...checkKey(file, files),
    ...checkProvider(file, files),
    ...checkDocument(file),
    ...checkDay(file),
    ...checkConduct(file),
  ]);

/** A tariff is a source, and one key names one source. */
function checkKey(file: TariffFile, { quoteSources, rateSources }: ConfigFiles): ConfigProblem[] {
  if (!quoteSources.names.has(file.name) && !rateSources.names.has(file.name)) return [];
  return [problemIn(file, "$.key", `a source is named "${file.name}" too`, "choose another key")];
}

function checkProvider(file: TariffFile, { providers }: ConfigFiles): ConfigProblem[] {
  const { enabled, provider } = file.value;
  if (!providers.names.has(provider)) {
    return [
      problemIn(file, "$.provider", `no provider "${provider}"`, `add providers/${provider}.json or correct the key`),
    ];
  }
  const status = providers.files.find(({ value }) => value.key === provider)?.value.status;
  if (!enabled || status === undefined || status === "active") return [];
  return [problemIn(file, "$.enabled", `enabled although ${provider} is ${status}`, "write false")];
}

function checkDocument(file: TariffFile): ConfigProblem[] {
  const { url } = file.value.reviewed;
  if (new URL(url).protocol === "https:") return [];
  return [problemIn(file, "$.reviewed.url", `"${url}" is not encrypted`, "write the https address of the document")];
}

/** Months in which a quarter begins. */
const quarterStart = /-(01|04|07|10)-01$/;

/** A survey of a quarter is never newer than the quarter's first day. */
function checkDay(file: TariffFile): ConfigProblem[] {
  const { on, precision } = file.value.reviewed;
  const isFirst = { day: true, month: on.endsWith("-01"), quarter: quarterStart.test(on) }[precision];
  if (isFirst) return [];
  return [problemIn(file, "$.reviewed.on", `${on} is not the first day of a ${precision}`, "write its first day")];
}

/** Whoever read the document has seen what its site allows, then or later. */
function checkConduct(file: TariffFile): ConfigProblem[] {
  const { reviewed, conduct } = file.value;
  if (reviewed.on <= conduct.checkedOn) return [];
  const wrong = `${reviewed.on} is later than what is known of the site, of ${conduct.checkedOn}`;
  return [problemIn(file, "$.reviewed.on", wrong, "correct the day, or look at robots.txt and terms again")];
}
