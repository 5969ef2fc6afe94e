import { type ApiKeyScope, apiKeyScopes } from "@openremit/shared/contracts";
import { Command, InvalidArgumentError, Option } from "commander";
import { type ModeOption, realOption } from "../options.ts";

export interface WantedKey extends ModeOption {
  readonly label: string;
  readonly scope: readonly ApiKeyScope[];
  readonly expires?: Date;
}

/** What each action of the command line does; everything typed has been read. */
export interface KeyActions {
  create(options: WantedKey): Promise<void>;
  list(options: ModeOption): Promise<void>;
  revoke(keyId: string, options: ModeOption): Promise<void>;
  rotate(keyId: string, options: ModeOption & { readonly graceDays: number }): Promise<void>;
}

const longestLabel = 80;
const scopeTexts = "read:bulk (reads more often), write:observations (enters visits), operate (runs the site)";

/** The command line of `npm run keys`. */
export function createKeysProgram(actions: KeyActions): Command {
  const program = new Command("npm run keys --")
    .description("API keys: who may read more often, enter visits, or operate.")
    .showHelpAfterError("--help shows what there is.")
    .exitOverride();

  program
    .command("create")
    .description("make a key; it is shown once and never again")
    .requiredOption("--label <words>", "whose it is; shown beside what is entered with it", parseLabel)
    .addOption(new Option("--scope <scope...>", scopeTexts).choices([...apiKeyScopes]).makeOptionMandatory())
    .option("--expires <day>", "the day it ends, such as 2027-06-30 (UTC); never unless said", parseDay)
    .addOption(realOption())
    .action(actions.create);
  program.command("list").description("every key, without its secret").addOption(realOption()).action(actions.list);
  program
    .command("revoke <id>")
    .description("end a key; every process refuses it within seconds")
    .addOption(realOption())
    .action(actions.revoke);
  program
    .command("rotate <id>")
    .description("make a second key for the same holder; the old one works on for some days")
    .option("--grace-days <days>", "how long the old one works", parseDays, 7)
    .addOption(realOption())
    .action(actions.rotate);
  return program;
}

function parseLabel(text: string): string {
  const label = text.trim();
  if (label === "" || label.length > longestLabel) throw new InvalidArgumentError(`1 to ${longestLabel} characters.`);
  return label;
}

function parseDay(text: string): Date {
  const at = new Date(`${text}T00:00:00.000Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || !at.toJSON()?.startsWith(text)) {
    throw new InvalidArgumentError("A day such as 2027-06-30.");
  }
  return at;
}

function parseDays(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError("A whole number of days, 99 at most.");
  return Number.parseInt(text, 10);
}
