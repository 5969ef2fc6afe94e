import { describe, expect, it } from "@jest/globals";
import { findOversizedFiles } from "../../gates/find-oversized-files.ts";

const fileOf = (path: string, lines: number) => ({ path, text: "x\n".repeat(lines) });

describe("the size rule", () => {
  it("names files over 200 lines and tests over 400, the longest first", () => {
    const files = [
      fileOf("shared/src/domain/a.ts", 200),
      fileOf("services/web/src/b.tsx", 201),
      fileOf("test/unit/c.test.ts", 400),
      fileOf("test/unit/d.test.ts", 401),
    ];
    expect(findOversizedFiles(files)).toEqual([
      "test/unit/d.test.ts: 401 lines, the limit is 400: split it by the things inside",
      "services/web/src/b.tsx: 201 lines, the limit is 200: split it by the things inside",
    ]);
  });

  it("counts a last line without a line end", () => {
    expect(findOversizedFiles([{ path: "shared/src/a.ts", text: `${"x\n".repeat(200)}x` }])).toHaveLength(1);
  });
});
