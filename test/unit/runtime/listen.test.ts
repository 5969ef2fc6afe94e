import { Agent, get } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "@jest/globals";
import { ConfigError } from "@openremit/shared/domain";
import { listen } from "@openremit/shared/runtime";

describe("listen", () => {
  it.each([
    { host: "192.0.2.1", why: "this machine has no such address. Set HOST to one it has" },
    { host: "no-such-host.invalid", why: "Set HOST to" },
  ])("tells the operator what to do about $host", async ({ host, why }) => {
    const listening = listen(() => undefined, { host, port: 0 });
    await expect(listening).rejects.toThrow(why);
    await expect(listening).rejects.toBeInstanceOf(ConfigError);
  });
});

describe("a server that is told to stop", () => {
  const host = "127.0.0.1";

  /** A server that answers each question when told to, and what it was asked so far. */
  async function openSlowServer(drainMs: number) {
    const waiting: (() => void)[] = [];
    const listening = await listen((_request, response) => void waiting.push(() => response.end("whole")), {
      host,
      port: 0,
      drainMs,
    });
    const agent = new Agent({ keepAlive: true });
    const ask = () =>
      new Promise<string>((resolve, reject) => {
        get(listening.url, { agent }, (response) => resolve(text(response))).on("error", reject);
      });
    const asked = async (count: number) => {
      while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const answerAll = () => {
      for (const answer of waiting.splice(0)) answer();
    };
    return { ...listening, ask, asked, answerAll };
  }

  it("ends the answers under way, waits for no further question, and takes no new connection", async () => {
    const server = await openSlowServer(5_000);
    const asking = [server.ask(), server.ask()];
    await server.asked(2);
    const began = performance.now();
    const stopping = server.stop();
    await expect(server.ask()).rejects.toMatchObject({ code: "ECONNREFUSED" });
    server.answerAll();
    expect(await Promise.all(asking)).toEqual(["whole", "whole"]);
    await stopping;
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("cuts off what takes longer than it may wait", async () => {
    const server = await openSlowServer(100);
    const asking = server.ask();
    await server.asked(1);
    const cutOff = expect(asking).rejects.toMatchObject({ code: "ECONNRESET" });
    await server.stop();
    await cutOff;
  });
});
