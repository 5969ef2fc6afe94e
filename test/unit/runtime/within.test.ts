import { describe, expect, it } from "@jest/globals";
import { failureClassOf, inTime, within } from "@openremit/shared/runtime";

const never = new Promise<never>(() => undefined);

describe("waiting no longer than", () => {
  it("says whether the work finished", async () => {
    expect(await within(1_000, Promise.resolve(null))).toBe(true);
    expect(await within(1, never)).toBe(false);
  });

  it("gives the value, or an error that counts as a lost server", async () => {
    expect(await inTime(1_000, Promise.resolve(null), "Redis")).toBeNull();
    const late = await inTime(1, never, "Redis").catch((error: unknown) => error);
    expect(late).toMatchObject({ message: "Redis did not answer within 1 ms" });
    expect(failureClassOf(late)).toBe("infrastructure");
  });

  it("lets an error in time pass as it is", async () => {
    await expect(inTime(1_000, Promise.reject(new TypeError("bug")), "Redis")).rejects.toThrow(TypeError);
  });
});
