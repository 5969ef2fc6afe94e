import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it, jest } from "@jest/globals";
import { createBoundedKeys } from "../../../shared/src/serving/limits/bounded-keys.ts";
import { clientNetwork, neighbourhoodOf } from "../../../shared/src/serving/limits/client-network.ts";
import { countInMemory, type LimitStore } from "../../../shared/src/serving/limits/limit-store.ts";
import { createRateLimits } from "../../../shared/src/serving/limits/rate-limits.ts";

const proxy = new Socket();
function requestFrom(address: string): IncomingMessage {
  const request = new IncomingMessage(proxy);
  request.headers["x-forwarded-for"] = `203.0.113.9, ${address}`;
  return request;
}

describe("one client", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["192.0.2.7:51234", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::ffff", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::1]:443", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    [" unknown", null],
    ["", null],
    ["0300.1", null],
  ])("%s is %s", (address, network) => {
    expect(clientNetwork(address)).toBe(network);
  });

  it("cannot ask more by taking another address of its network", async () => {
    const limits = createRateLimits({ requests: 2, proxyHops: 1 });
    const ask = async (address: string) => (await limits(requestFrom(address), 0)).isAllowed;
    const addresses = ["2001:db8::1", "2001:db8::2", "2001:db8::3", "2001:db8:0:1::1", "192.0.2.7", "::ffff:192.0.2.7"];
    const verdicts: boolean[] = [];
    for (const address of [...addresses, "192.0.2.7:80"]) verdicts.push(await ask(address));
    expect(verdicts).toEqual([true, true, false, true, true, true, false]);
  });
});

describe("a neighbourhood", () => {
  it.each([
    ["192.0.2.7", "192.0.0.0/16"],
    ["2001:db8:1:2::/64", "2001:db8:1::/48"],
  ])("of %s is %s", (network, neighbourhood) => {
    expect(neighbourhoodOf(network)).toBe(neighbourhood);
  });
});

describe("keys of a minute", () => {
  it("are bounded however many addresses are invented, and stand for themselves again in the next", () => {
    const boundedKey = createBoundedKeys({ most: 2 });
    const next = (key: string, elapsedMs: number) => boundedKey(key, elapsedMs, () => key.slice(0, 2));
    const keys = Array.from({ length: 1_000 }, (_, index) => next(`a${index % 10}${index}`, 1));
    expect(keys.slice(0, 2)).toEqual(["a00", "a11"]);
    expect(new Set(keys.slice(2)).size).toBe(10);
    expect(next("a11", 2)).toBe("a11");
    expect(next("zz9", 60_001)).toBe("zz9");
  });

  it("leave room for strangers and for keys, whatever one /48 invents", async () => {
    const limits = createRateLimits({ requests: 2, proxyHops: 1, windowSeconds: 3_600 });
    const ask = async (address: string, client?: string) => (await limits(requestFrom(address), 0, client)).isAllowed;
    for (let taken = 0; taken < 65_536; taken += 1) await ask(`2001:db8:0:${taken.toString(16)}::1`);
    const inventor = await ask("2001:db8:0:ffff::1");
    const others = [await ask("192.0.2.7"), await ask("2001:db8:1::1"), await ask("192.0.2.7", "key abcdefgh")];

    expect(inventor).toBe(false);
    expect(others).toEqual([true, true, true]);
    // Each key for itself, as ever.
    for (const keyId of ["key abcdefgh", "key abcdefgi", "key abcdefgj"])
      expect(await ask("192.0.2.7", keyId)).toBe(true);
  });
});

describe("a clock that is put back", () => {
  it("holds nobody at a limit whose time is over", async () => {
    const clock = { wallMs: 7_200_000, elapsedMs: 0 };
    const store: LimitStore = {
      counter: countInMemory,
      agreeOnSalt: async () => Buffer.alloc(16),
      close: () => undefined,
    };
    const limits = createRateLimits({
      requests: 2,
      proxyHops: 1,
      store,
      counting: "soon",
      elapsedMs: () => clock.elapsedMs,
    });
    const ask = async () => limits(requestFrom("192.0.2.7"), clock.wallMs, "key abcdefgh");
    const before = [await ask(), await ask(), await ask()].map(({ isAllowed }) => isAllowed);
    clock.wallMs -= 3_600_000;
    clock.elapsedMs += 61_000;

    expect(before).toEqual([true, true, false]);
    expect((await ask()).isAllowed).toBe(true);
  });

  it("tells nobody to wait for longer than a window", async () => {
    const limits = createRateLimits({ requests: 1, proxyHops: 1 });
    const now = Date.now();
    const ask = () => limits(requestFrom("192.0.2.7"), 0);
    await ask();
    const hands = jest.spyOn(Date, "now").mockReturnValue(now - 3_600_000);
    const refused = await ask();
    hands.mockRestore();

    expect(refused).toMatchObject({ isAllowed: false, retryAfterSeconds: 60 });
  });
});
