import type { ProviderConfig } from "../../contracts/index.ts";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile } from "../files/config-files.ts";
import { type CatalogCheck, problemIn } from "./check.ts";

interface Spelling {
  readonly file: ConfigFile<ProviderConfig>;
  readonly path: string;
  readonly text: string;
}

/**
 * A feed's alias and a survey's spelling lead to one provider: two owners would make prices change hands. The name alone
 * decides some ties, so no two providers share one (METHOD 2).
 */
export const checkProviderNames: CatalogCheck = ({ providers }) => {
  const files = providers.files;
  const keys = files.map((file) => ({ file, path: "$.key", text: file.value.key }));
  const aliases = files.flatMap((file) => spellings(file, "aliases"));
  const surveyNames = files.flatMap((file) => spellings(file, "surveyNames"));
  const names = files.map((file) => ({ file, path: "$.name", text: file.value.name }));
  return [...claimedTwice([...keys, ...aliases]), ...claimedTwice(surveyNames), ...claimedTwice(names)];
};

function spellings(file: ConfigFile<ProviderConfig>, field: "aliases" | "surveyNames"): Spelling[] {
  return file.value[field].map((text, position) => ({ file, path: `$.${field}[${position}]`, text }));
}

/** A provider may list its own key as an alias; nothing else may stand twice. */
function claimedTwice(all: readonly Spelling[]): ConfigProblem[] {
  const owners = new Map<string, Spelling>();
  return all.flatMap((spelling) => {
    const owner = owners.get(spelling.text);
    owners.set(spelling.text, owner ?? spelling);
    if (owner === undefined || (owner.file === spelling.file && owner.path === "$.key")) return [];
    const wrong = `"${spelling.text}" already belongs to ${owner.file.name} (${owner.file.file}, ${owner.path})`;
    return [problemIn(spelling.file, spelling.path, wrong, "remove it from one of the two")];
  });
}
