import { type ReportStatus, reportStatuses } from "@openremit/shared/storage";
import { Command, InvalidArgumentError, Option } from "commander";
import { type ModeOption, realOption, whyOption } from "../options.ts";

export interface WhyOption extends ModeOption {
  readonly why: string;
}

export interface CorrectOption extends WhyOption {
  readonly fee?: string;
  readonly rate?: string;
  readonly received?: string;
  readonly yes: boolean;
}

/** What each action of the command line does; everything typed has been read. */
export interface ReportActions {
  list(options: ModeOption & { readonly status: ReportStatus | "all" }): Promise<void>;
  show(id: string, options: ModeOption): Promise<void>;
  confirm(id: string, options: WhyOption): Promise<void>;
  reject(id: string, options: WhyOption): Promise<void>;
  correct(id: string, options: CorrectOption): Promise<void>;
  erase(id: string, options: ModeOption): Promise<void>;
}

/** The command line of `npm run reports`. */
export function createReportsProgram(actions: ReportActions): Command {
  const program = new Command("npm run reports --")
    .description("What readers say of prices: look, judge, correct.")
    .showHelpAfterError("--help shows what there is.")
    .exitOverride();

  program
    .command("list")
    .description("reports, those that wait first, the oldest on top")
    .addOption(new Option("--status <status>", "which").choices([...reportStatuses, "all"]).default("received"))
    .addOption(realOption())
    .action(actions.list);
  program
    .command("show <id>")
    .description("one report, beside the price it is about")
    .addOption(realOption())
    .action(actions.show);
  program
    .command("confirm <id>")
    .description("the reader is right, and no figure of ours has to change")
    .addOption(whyOption("kept with the report"))
    .addOption(realOption())
    .action(actions.confirm);
  program
    .command("reject <id>")
    .description("the price of ours was right")
    .addOption(whyOption("kept with the report"))
    .addOption(realOption())
    .action(actions.reject);
  program
    .command("correct <id>")
    .description("the reader is right: a new revision of the price, and a line in the public log")
    .option("--fee <amount>", "the fee, send currency", parseFigure)
    .option("--rate <rate>", "receive units per send unit", parseFigure)
    .option("--received <amount>", "what arrives, receive currency", parseFigure)
    .addOption(whyOption("stands in the public log: what went wrong, without names"))
    .option("--yes", "also where a figure becomes twice or half of what it was", false)
    .addOption(realOption())
    .action(actions.correct);
  program
    .command("erase <id>")
    .description("take the reader's words out, for good; the figures stay")
    .addOption(realOption())
    .action(actions.erase);
  return program;
}

function parseFigure(text: string): string {
  if (!/^\d{1,13}(\.\d{1,10})?$/.test(text)) throw new InvalidArgumentError("A figure such as 4.90.");
  return text;
}
