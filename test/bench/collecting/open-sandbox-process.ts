import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

export interface SandboxProcess {
  readonly url: string;
  close(): Promise<void>;
}

/** The built sandbox as `npm run start:sandbox` runs it. */
export async function openSandboxProcess(): Promise<SandboxProcess> {
  execFileSync("node", ["node_modules/typescript/bin/tsc", "-b", "services/sandbox"], { stdio: "inherit" });
  const child = spawn(process.execPath, ["services/sandbox/dist/main.js"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env.PATH, LOG_LEVEL: "warn" },
  });
  const closed = once(child, "close");
  const url = await new Promise<string>((resolve, reject) => {
    child.once("close", (code) => reject(new Error(`the sandbox ended with ${code}`)));
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const address = /^Simulated sources: (http:\S+)$/m.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  return {
    url,
    async close() {
      child.kill("SIGTERM");
      await closed;
    },
  };
}
