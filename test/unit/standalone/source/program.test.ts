import { describe, expect, it } from "@jest/globals";
import { createProgram } from "../../../../services/standalone/src/commands/source/program.ts";

/** What the words lead to: the action with what it was handed, or the lines of a refusal. */
async function type(...words: readonly string[]): Promise<unknown> {
  const calls: unknown[] = [];
  const lines: string[] = [];
  const note =
    (action: string) =>
    async (...handed: readonly unknown[]) =>
      void calls.push([action, ...handed]);
  const program = createProgram({
    list: (options) => note("list")(options),
    paused: (options) => note("paused")(options),
    resume: note("resume"),
    check: note("check"),
    collect: note("collect"),
  });
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ writeErr: (text) => void lines.push(text.trim()), writeOut: () => undefined });
  }
  await program.parseAsync(["node", "source", ...words]).catch(() => undefined);
  return calls[0] ?? lines.join(" ");
}

const nothing = { corridor: undefined, amount: undefined, currency: undefined };

describe("npm run source", () => {
  it.each([
    [["list"], ["list", { real: false, offline: false }]],
    [
      ["list", "--real", "--offline"],
      ["list", { real: true, offline: true }],
    ],
    [
      ["paused", "--real"],
      ["paused", { real: true }],
    ],
    [
      ["check", "wise"],
      ["check", "wise", { real: false, tests: true, fixtures: "test/fixtures/sources/wise" }],
    ],
    [
      ["check", "wise", "--no-tests", "--fixtures", "/x"],
      ["check", "wise", { real: false, tests: false, fixtures: "/x" }],
    ],
  ])("%j", async (words, call) => expect(await type(...words)).toEqual(call));

  it("collect takes what is to be asked, and where a fixture goes", async () => {
    const wishes = { ...nothing, dryRun: false, record: null, shows: "ok", force: false };
    expect(await type("collect", "wise")).toEqual(["collect", "wise", expect.anything(), wishes]);
    const words = ["--corridor", "be-ma", "--amount", "200", "--currency", "MAD", "--dry-run", "--real"];
    expect(await type("collect", "wise", ...words, "--record", "--as", "empty", "--force")).toEqual([
      "collect",
      "wise",
      expect.objectContaining({ real: true }),
      {
        corridor: "be-ma",
        amount: "200",
        currency: "MAD",
        dryRun: true,
        record: "test/fixtures/sources/wise",
        shows: "empty",
        force: true,
      },
    ]);
    expect(await type("collect", "wise", "--record", "/tmp/x")).toMatchObject([{}, {}, {}, { record: "/tmp/x" }]);
  });

  it.each([
    [["colect", "wise"], "Did you mean collect?"],
    [["collect", "wise", "--amont", "3"], "Did you mean --amount?"],
    [["collect"], "missing required argument 'key'"],
    [["collect", "wise", "--as", "nice"], "Allowed choices are ok, empty, promotion, alien."],
    [["resume", "wise", "ria"], "too many arguments"],
  ])("refuses %j with what to do", async (words, hint) => expect(await type(...words)).toContain(hint));
});
