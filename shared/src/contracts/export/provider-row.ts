import { z } from "zod";
import { providerConfig } from "../catalog.ts";
import { columns } from "./column.ts";

const { text, word, day } = columns;

/** One provider. */
export const providerRow = z
  .object({
    provider: text("Key of the provider"),
    name: text("Name to show"),
    kind: word(providerConfig.shape.kind.options, "What it is"),
    status: word(
      providerConfig.shape.status.options,
      "retired: it moves no money any more and stays known for history",
    ),
    status_reason: text("Why it is paused or retired").nullable(),
    status_since: day("Since when it is").nullable(),
    home_page: text("Its home page").nullable(),
    regulators: text("Registers its licence is in: authority and number, separated by semicolons").nullable(),
    survey_names: text("How World Bank surveys spell it, separated by semicolons").nullable(),
  })
  .strict();
export type ProviderRow = z.infer<typeof providerRow>;
