import { spawn } from "node:child_process";
import { once } from "node:events";

export interface RunCommand {
  readonly code: number;
  /** Both streams, in the order in which they came. */
  readonly said: string;
}

/** One of the operator's commands as it stands, from its source, to its end. */
export async function runCommand(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<RunCommand> {
  const program = `services/standalone/src/commands/${name}.ts`;
  const child = spawn(process.execPath, ["--no-warnings", "--conditions=source", "--import=tsx", program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, TSX_TSCONFIG_PATH: "services/web/tsconfig.json", ...env },
  });
  let said = "";
  const hear = (piece: Buffer) => {
    said += piece.toString("utf8");
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const [code] = await once(child, "close");
  return { code: code ?? -1, said };
}
