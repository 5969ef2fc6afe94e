import { InvalidArgumentError, Option } from "commander";

/** Of every command that opens a database. */
export interface ModeOption {
  readonly real: boolean;
}

export const realOption = (words = "the real database") => new Option("--real", words).default(false);

/** Of what somebody has to be able to understand later. @param words where it is kept */
export const whyOption = (words: string) =>
  new Option("--why <words>", words).argParser(parseWhy).makeOptionMandatory();

function parseWhy(text: string): string {
  const why = text.trim();
  if (why.length < 3 || why.length > 500) throw new InvalidArgumentError("3 to 500 characters.");
  return why;
}
