import { Command, Option } from "commander";
import { fixtureKinds } from "../../replay/manifest.ts";
import { type ModeOption, realOption } from "../options.ts";
import type { CollectWishes } from "./collect-source.ts";

/** What each action of the command line does; everything typed has been read. */
export interface SourceActions {
  list(options: ModeOption & { readonly offline: boolean }): Promise<void>;
  paused(options: ModeOption): Promise<void>;
  resume(key: string, options: ModeOption): Promise<void>;
  check(key: string, options: ModeOption & { readonly tests: boolean; readonly fixtures: string }): Promise<void>;
  collect(key: string, options: ModeOption, wishes: CollectWishes): Promise<void>;
}

/** The folder that the tests read a source's fixtures from. */
export const fixturesOf = (key: string) => `test/fixtures/sources/${key}`;

interface TypedCollect extends ModeOption {
  readonly corridor?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly dryRun?: boolean;
  readonly record?: string | true;
  readonly as: CollectWishes["shows"];
  readonly force?: boolean;
}

/** The command line of `npm run source`. A word it does not know is refused with the nearest one it does. */
export function createProgram(actions: SourceActions): Command {
  const program = new Command("npm run source --")
    .description("The sources of prices and rates: how they are doing, whether one is right, what one answers.")
    .showHelpAfterError("--help shows what there is.")
    .exitOverride();
  const real = () => realOption("real mode: the live source and the real database");

  program
    .command("list")
    .description("every source and how it is doing")
    .addOption(real())
    .option("--offline", "from config alone, without opening a database", false)
    .action(actions.list);
  program.command("paused").description("which sources are paused and why").addOption(real()).action(actions.paused);
  program
    .command("resume <key>")
    .description("ask a paused source again: a person's decision")
    .addOption(real())
    .action(actions.resume);
  program
    .command("check <key>")
    .description("config, adapter, plan, fixtures and what is left to do before it can be enabled")
    .addOption(real())
    .option("--no-tests", "leave out the tests that read its fixtures")
    .option("--fixtures <folder>", "where its fixtures are; test/fixtures/sources/<key> unless said")
    .action((key: string, typed: ModeOption & { tests: boolean; fixtures?: string }) =>
      actions.check(key, { ...typed, fixtures: typed.fixtures ?? fixturesOf(key) }),
    );
  program
    .command("collect <key>")
    .description("ask it once, and show request, answer, offers and checks")
    .option("--corridor <id>", "such as be-ma; its first one unless said")
    .option("--amount <amount>", "in send currency; the usual one unless said")
    .option("--currency <code>", "pay-out currency; the corridor's default unless said")
    .option("--dry-run", "store nothing")
    .option("--record [folder]", "save the answers as a fixture; test/fixtures/sources/<key> unless said")
    .addOption(new Option("--as <kind>", "what the fixture shows").choices([...fixtureKinds]).default("ok"))
    .option("--force", "write over a fixture of the same name")
    .addOption(real())
    .action((key: string, typed: TypedCollect) => actions.collect(key, typed, wishesOf(key, typed)));
  return program;
}

function wishesOf(key: string, typed: TypedCollect): CollectWishes {
  const { corridor, amount, currency, dryRun = false, record, as: shows, force = false } = typed;
  const folder = record === true ? fixturesOf(key) : (record ?? null);
  return { corridor, amount, currency, dryRun, record: folder, shows, force };
}
