import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Wanted } from "./serve-site.ts";

export interface SiteProcess {
  readonly origin: string;
  /** Of all its threads since its start, in milliseconds. */
  readCpuMs(): Promise<number>;
  close(): void;
}

/** The site as it is built, in a process of its own, so that what measures it takes nothing from it. */
export async function openSiteProcess(wanted: Wanted): Promise<SiteProcess> {
  execFileSync("node", ["node_modules/typescript/bin/tsc", "-b", "services/web"], { stdio: "inherit" });
  // Without the condition "source", packages are what was built.
  const child = fork(fileURLToPath(new URL("./serve-site.ts", import.meta.url)), [], { execArgv: ["--import=tsx"] });
  child.send(wanted);
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return {
    origin: `http://127.0.0.1:${port}`,
    async readCpuMs() {
      child.send("cpu");
      const [{ cpuMicros }] = (await once(child, "message")) as [{ cpuMicros: number }];
      return cpuMicros / 1_000;
    },
    close: () => void child.kill(),
  };
}
