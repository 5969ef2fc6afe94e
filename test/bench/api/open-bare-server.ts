import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A bare node:http server in a process of its own that sends these bytes and headers. */
export async function openBareServer(answer: { headers: string[]; body: Buffer }) {
  const child = fork(fileURLToPath(new URL("./serve-bare.ts", import.meta.url)), [], { execArgv: ["--import=tsx"] });
  child.send({ headers: answer.headers, body: answer.body.toString("base64") });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { origin: `http://127.0.0.1:${port}`, close: () => void child.kill() };
}
