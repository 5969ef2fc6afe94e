import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "@jest/globals";
import { createBoundedKeys } from "../../../shared/src/serving/limits/bounded-keys.ts";
import { clientNetwork } from "../../../shared/src/serving/limits/client-network.ts";
import { createRateLimits } from "../../../shared/src/serving/limits/rate-limits.ts";

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
    const ask = async (address: string) => {
      const request = new IncomingMessage(new Socket());
      request.headers["x-forwarded-for"] = `203.0.113.9, ${address}`;
      return (await limits(request, 0)).isAllowed;
    };
    const addresses = ["2001:db8::1", "2001:db8::2", "2001:db8::3", "2001:db8:0:1::1", "192.0.2.7", "::ffff:192.0.2.7"];
    const verdicts: boolean[] = [];
    for (const address of [...addresses, "192.0.2.7:80"]) verdicts.push(await ask(address));
    expect(verdicts).toEqual([true, true, false, true, true, true, false]);
  });
});

describe("keys of a minute", () => {
  it("are bounded however many addresses are invented, and stand for themselves again in the next", () => {
    const boundedKey = createBoundedKeys({ most: 2 });
    const keys = Array.from({ length: 1_000 }, (_, index) => boundedKey(`a${index % 10}${index}`, 1));
    expect(keys.slice(0, 2)).toEqual(["a00", "a11"]);
    expect(new Set(keys.slice(2)).size).toBe(10);
    expect(boundedKey("a11", 2)).toBe("a11");
    expect(boundedKey("zz9", 60_001)).toBe("zz9");
  });
});
