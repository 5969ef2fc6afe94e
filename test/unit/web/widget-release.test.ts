import { describe, expect, it } from "@jest/globals";
import { findReleaseProblems } from "../../../services/web/src/widget/find-release-problems.ts";
import { plainMessage } from "../../../services/web/src/widget/plain-message.ts";

const hashOf = (code: string) => `hash of ${code}`;
const built = { version: "1.1.0", integrity: hashOf("new") };
const releases = [
  { version: "1.0.0", code: "old" },
  { version: "1.1.0", code: "new" },
];
const written = { "1.0.0": hashOf("old"), "1.1.0": hashOf("new") };

describe("the bytes of a version", () => {
  it("are those that were released", () => {
    expect(findReleaseProblems(built, releases, written, hashOf)).toEqual([]);
  });

  it("never change under it", () => {
    const changed = { ...built, integrity: hashOf("newer") };
    expect(findReleaseProblems(changed, releases, written, hashOf)).toEqual([
      "widget 1.1.0 was released with other bytes: raise widgetVersion, and npm run widget:release",
    ]);
  });

  it("are written down before anybody loads them", () => {
    const next = { version: "1.2.0", integrity: hashOf("newer") };
    expect(findReleaseProblems(next, releases, written, hashOf)).toEqual([
      "widget 1.2.0 was never released: npm run widget:release",
    ]);
  });

  it("stay, as pages out there still ask for them", () => {
    const touched = [
      { version: "1.0.0", code: "mended" },
      { version: "0.9.0", code: "older" },
    ];
    expect(findReleaseProblems(built, touched, written, hashOf)).toEqual([
      "widget 1.0.0: the file of the release was changed",
      "widget 1.1.0: the file of the release is gone",
      "widget 0.9.0: no hash is written down",
    ]);
  });
});

describe("a message of the widget", () => {
  it("is plain words with plain places, whatever ICU it was written in", () => {
    expect(plainMessage("one", "Il n''y a que <b>{amount}</b> l'été.")).toBe("Il n'y a que {amount} l'été.");
  });

  it("has no plural, as the widget brings no ICU along", () => {
    expect(() => plainMessage("many", "{count, plural, one {# option} other {# options}}")).toThrow("many: the widget");
  });
});
