import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "@jest/globals";
import { createOriginOf } from "../../../services/web/src/site/origin-of.ts";

function asked(headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  return request;
}

describe("the origin that is printed and shared", () => {
  it("is the one that is configured, whatever a client says", () => {
    const originOf = createOriginOf("https://openremit.example/somewhere", 0);
    expect(originOf(asked({ host: "evil.example" }))).toEqual({ url: "https://openremit.example", isSure: true });
  });

  it.each([
    ["openremit.example", "http://openremit.example"],
    ["OpenRemit.example:3000", "http://openremit.example:3000"],
    ["[::1]:3000", "http://[::1]:3000"],
    ["localhost", "http://localhost"],
    ["evil.example/path", null],
    ["user@evil.example", null],
    ["a b", null],
    ['"><script>', null],
    ["-x.example", null],
    ["", null],
  ])("of a client that asked by %s is %s, and never sure", (host, url) => {
    expect(createOriginOf(null, 0)(asked({ host }))).toEqual({ url, isSure: false });
  });

  it("takes the protocol from a proxy that is believed, and from nobody else", () => {
    const request = asked({ host: "openremit.example", "x-forwarded-proto": "https" });
    expect(createOriginOf(null, 1)(request).url).toBe("https://openremit.example");
    expect(createOriginOf(null, 0)(request).url).toBe("http://openremit.example");
  });
});
