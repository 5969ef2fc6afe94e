import { describe, expect, it } from "@jest/globals";
import { createKeyText, parseKeyText } from "@openremit/shared/storage";
import fc from "fast-check";

const { text, keyId, secretHash } = createKeyText();
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

describe("the text of a key", () => {
  it("is read back as the id and the hash that are kept, a hundred times over, and no two are alike", () => {
    const made = Array.from({ length: 100 }, createKeyText);

    for (const one of made) {
      expect(parseKeyText(one.text)).toEqual({ keyId: one.keyId, secretHash: one.secretHash });
      expect(one.text).toMatch(/^orm_[0-9a-hjkmnp-tv-z]{8}_[0-9a-hjkmnp-tv-z]{58}$/);
      expect(one.text).not.toContain(one.secretHash.toString("hex"));
    }
    expect(new Set(made.map((one) => one.text.slice(13))).size).toBe(100);
  });

  it("with any one character another is no key: the checksum sees it", () => {
    const places = fc.integer({ min: 4, max: text.length - 1 }).filter((place) => place !== 12);
    fc.assert(
      fc.property(places, fc.constantFrom(...alphabet), (place, character) => {
        fc.pre(text[place] !== character);
        expect(parseKeyText(text.slice(0, place) + character + text.slice(place + 1))).toBeNull();
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("means the same in capitals, between spaces, and with o for 0 and l for 1", () => {
    const typed = ` ${text.slice(0, 13)}${text.slice(13).replaceAll("0", "O").replaceAll("1", "l").toUpperCase()}\n`;

    expect(parseKeyText(typed)).toEqual({ keyId, secretHash });
  });

  it("is nothing else that somebody may send", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^orm_[0-9a-z]{8}_[0-9a-z]{58}$/)), (other) => {
        expect(parseKeyText(other)).toBeNull();
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
