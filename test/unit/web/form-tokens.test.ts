import { describe, expect, it } from "@jest/globals";
import { createFormTokens } from "../../../services/web/src/site/form-tokens.ts";

const secret = "a secret that every copy of the site knows";
let now = Date.parse("2026-11-23T12:00:00Z");
const tokens = createFormTokens(secret, () => now);

function judgedAfter(ms: number, token = tokens.issue("report a")) {
  now += ms;
  const verdict = tokens.judge(token, "report a");
  now -= ms;
  return verdict;
}

describe("a form's token", () => {
  it.each([
    [0, "too_soon"],
    [2_999, "too_soon"],
    [3_000, "good"],
    [7_200_000, "good"],
    [7_200_001, "expired"],
    [-5_000, "too_soon"],
  ])("is after %d ms %s", (ms, verdict) => {
    expect(judgedAfter(ms)).toBe(verdict);
  });

  it("is none for another form, another time or another hand", () => {
    const token = tokens.issue("report b");
    const [issued, signature] = token.split(".");
    const later = `${(now + 60_000).toString(36)}.${signature}`;
    for (const other of [token, later, `${issued}.${"A".repeat(43)}`, "", ".", "x.y", "0".repeat(500)]) {
      expect(judgedAfter(10_000, other)).toBe("foreign");
    }
  });

  it("is one text alone, though two bits of its last character say nothing", () => {
    const token = tokens.issue("report a");
    const signature = Buffer.from(token.split(".")[1] ?? "", "base64url");
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const twins = [...alphabet]
      .map((last) => `${token.slice(0, -1)}${last}`)
      .filter((text) => Buffer.from(text.split(".")[1] ?? "", "base64url").equals(signature));
    expect(twins).toHaveLength(4);
    expect(twins.filter((text) => judgedAfter(10_000, text) === "good")).toEqual([token]);
  });

  it("of one copy of the site is good in another that shares the secret, and asked for again where none is shared", () => {
    const token = tokens.issue("report a");
    now += 10_000;
    expect(createFormTokens(secret, () => now).judge(token, "report a")).toBe("good");
    expect(createFormTokens(null, () => now).judge(token, "report a")).toBe("foreign");
    expect(createFormTokens(`${secret}!`, () => now).judge(token, "report a")).toBe("foreign");
  });
});
