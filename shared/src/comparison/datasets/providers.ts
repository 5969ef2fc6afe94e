import { datasetContracts, type ProviderConfig, type ProviderRow } from "../../contracts/index.ts";
import { createListedDataset } from "./listed-dataset.ts";

/** Every provider that config knows. */
export const providers = createListedDataset({
  contract: datasetContracts.providers,
  async *list({ provider }, { catalog }) {
    const configs = [...catalog.providers.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    yield configs.filter(({ key }) => provider === undefined || key === provider).map(rowOf);
  },
});

function rowOf({
  key,
  name,
  kind,
  status,
  statusDecision,
  homePage,
  regulators,
  surveyNames,
}: ProviderConfig): ProviderRow {
  return {
    provider: key,
    name,
    kind,
    status,
    status_reason: statusDecision?.reason ?? null,
    status_since: statusDecision?.since ?? null,
    home_page: homePage,
    regulators: listText(
      regulators.map(({ authority, reference }) => [authority, reference].filter(Boolean).join(" ")),
    ),
    survey_names: listText(surveyNames),
  };
}

function listText(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.join("; ");
}
