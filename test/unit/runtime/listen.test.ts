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
