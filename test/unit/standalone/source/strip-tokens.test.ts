import { describe, expect, it } from "@jest/globals";
import { stripTokens } from "../../../../services/standalone/src/commands/source/strip-tokens.ts";

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl";
const token = "t0k3n/of+a=visitor";

describe("what opens something is left out", () => {
  it.each([
    ['{"token":"abc","rate":"1.5"}', '{"token":"","rate":"1.5"}', ["the field token"]],
    ['{"a":{"sessionId" : "x\\"y"},"api_key":"k"}', '{"a":{"sessionId" : ""},"api_key":""}', 2],
    ["https://x.test/v1?pay=200&api-key=k3y&to=MA", "https://x.test/v1?pay=200&api-key=&to=MA", 1],
    ["https://x.test/v1?sig=abc#top", "https://x.test/v1?sig=#top", ["the parameter sig"]],
    ["access_token=abc&amount=200", "access_token=&amount=200", ["the parameter access_token"]],
    ['<input type="hidden" name="csrf_field" value="v1">', '<input type="hidden" name="csrf_field" value="">', 1],
    ["<meta name=csrf-token content=v1>", '<meta name=csrf-token content="">', ["the field csrf-token"]],
    [`{"note":"${jwt}"}`, '{"note":""}', ["a JSON web token"]],
    ["Authorization: Bearer abcdefgh12345", "Authorization: Bearer ", ["a bearer token"]],
    [`{"echo":"${token}"}`, '{"echo":""}', ["a token"]],
    [`https://x.test/${encodeURIComponent(token)}/prices`, "https://x.test//prices", ["a token"]],
  ])("of %s", (text, kept, left) => {
    const stripped = stripTokens(text, [token]);
    expect(stripped.text).toBe(kept);
    if (typeof left === "number") expect(stripped.left).toHaveLength(left);
    else expect(stripped.left).toEqual(left);
  });

  it.each(['{"rate":"10.71","keyword":"x","monkey":"y"}', "https://x.test/v1?pay=200&currency=MAD", "<input name=q>"])(
    "and nothing else: %s",
    (text) => expect(stripTokens(text, [token])).toEqual({ text, left: [] }),
  );
});
