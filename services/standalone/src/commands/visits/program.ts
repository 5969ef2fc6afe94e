import { type VisitState, visitStates } from "@openremit/shared/domain";
import { Command, Option } from "commander";
import { type ModeOption, realOption, whyOption } from "../options.ts";

export interface DecideOption extends ModeOption {
  readonly why: string;
  readonly entry?: string;
}

/** What each action of the command line does; everything typed has been read. */
export interface VisitActions {
  list(options: ModeOption & { readonly state: readonly VisitState[] }): Promise<void>;
  show(id: string, options: ModeOption): Promise<void>;
  accept(id: string, options: DecideOption): Promise<void>;
  refuse(id: string, options: DecideOption): Promise<void>;
}

/** The command line of `npm run visits`. */
export function createVisitsProgram(actions: VisitActions): Command {
  const program = new Command("npm run visits --")
    .description("Visits to shops: those that wait for somebody, and what two people disagree on.")
    .showHelpAfterError("--help shows what there is.")
    .exitOverride();

  program
    .command("list")
    .description("visits, those that need a decision first")
    .addOption(
      new Option("--state <state...>", "which").choices([...visitStates]).default(["held", "differs", "waiting"]),
    )
    .addOption(realOption())
    .action(actions.list);
  program
    .command("show <id>")
    .description("one visit: its entries side by side")
    .addOption(realOption())
    .action(actions.show);
  program
    .command("accept <id>")
    .description("show it as a price, within seconds")
    .option("--entry <id>", "the entry that is right; needed where they differ")
    .addOption(whyOption("kept with the visit"))
    .addOption(realOption())
    .action(actions.accept);
  program
    .command("refuse <id>")
    .description("never show it, or take its price back; the entries stay")
    .addOption(whyOption("kept with the visit; of one that was shown it stands in the public log: no names"))
    .addOption(realOption())
    .action(actions.refuse);
  return program;
}
