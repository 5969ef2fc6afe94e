import { describe, expect, it } from "@jest/globals";
import { findHeavyAssets } from "../../gates/find-heavy-assets.ts";

describe("the weight rule", () => {
  it("names a stylesheet over 10 KB and programs over 15 KB as they are sent, the heaviest first", () => {
    expect(
      findHeavyAssets([
        { name: "style.css", bytes: 10_241 },
        { name: "light.js", bytes: 15_360 },
        { name: "heavy.js", bytes: 15_361 },
      ]),
    ).toEqual([
      "heavy.js: 15361 bytes over the wire, the limit is 15360",
      "style.css: 10241 bytes over the wire, the limit is 10240",
    ]);
  });

  it("lets pass what is as heavy as it may be", () => {
    expect(findHeavyAssets([{ name: "style.css", bytes: 10_240 }])).toEqual([]);
  });
});
