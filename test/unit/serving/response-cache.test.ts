import { describe, expect, it } from "@jest/globals";
import { createResponseCache } from "../../../shared/src/serving/response-cache.ts";

const noonMs = Date.UTC(2026, 10, 23, 12);
const minuteMs = 60_000;
const answer = {
  route: "/v1/corridors",
  body: "{}",
  bytes: 2,
  etag: 'W/"1"',
  headers: [],
  trueUntil: noonMs + 30 * minuteMs,
  freshUntil: noonMs + 30 * minuteMs,
  corridorKeys: null,
};

function cacheAtNoon() {
  const cache = createResponseCache(100_000);
  for (let turn = 0; turn < 2; turn += 1) cache.put("key", answer, cache.changes());
  expect(cache.get("key", noonMs)).toMatchObject({ etag: answer.etag });
  return cache;
}

describe("the response cache, when its clock", () => {
  it("is put back an hour, forgets what it made before, which would stand an hour too long", () => {
    const cache = cacheAtNoon();
    expect(cache.get("key", noonMs - 60 * minuteMs)).toBeNull();
    expect(cache.size()).toEqual({ bytes: 0, entries: 0 });
    expect(cache.get("key", noonMs)).toBeNull();
  });

  it("is corrected by less than a second, keeps it", () => {
    expect(cacheAtNoon().get("key", noonMs - 900)).not.toBeNull();
  });

  it("is put forward a day, forgets what is no longer true", () => {
    expect(cacheAtNoon().get("key", noonMs + 24 * 60 * minuteMs)).toBeNull();
  });
});
