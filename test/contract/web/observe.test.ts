import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { wrongParameter } from "@openremit/shared/domain";
import { createLogger } from "@openremit/shared/runtime";
import { createKeyText } from "@openremit/shared/storage";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../../support/comparison-scene.ts";
import { createMemoryKeys } from "../../support/memory-keys.ts";
import { createMemoryVisits } from "../../support/memory-visits.ts";
import { readableText } from "../../support/render-view.ts";
import { serveWeb } from "../../support/web-scene.ts";

const keys = createMemoryKeys({ walker: { scopes: ["write:observations"] }, reader: { scopes: ["read:bulk"] } });
const visits = createMemoryVisits({ state: "differs", differing: ["fee", "received"], notes: ["does_not_add_up"] });
const lines: string[] = [];
let scene: ComparisonScene;
let web: Awaited<ReturnType<typeof serveWeb>>;
beforeAll(async () => {
  scene = await openComparisonScene([quoteOf()]);
  web = await serveWeb({
    catalog: scene.catalog,
    comparison: scene.comparison,
    visitDesk: {
      async enter(visit, key) {
        if (visit.visitor === "LATE") throw wrongParameter("visitedAt", "too long ago");
        const answer = await visits.desk.enter(visit, key);
        return visit.visitor === "NEAR" ? { ...answer, state: "waiting", differing: ["amount", "payIn"] } : answer;
      },
    },
    keyRing: keys.keyRing,
    mode: "simulated",
    clock: scene.clock,
    logger: createLogger("web", { level: "debug", destination: { write: (line) => void lines.push(line) } }),
    reportsPerHour: 3,
  });
});
afterAll(async () => {
  web.close();
  await scene.close();
});
beforeEach(() => {
  visits.state.entered.length = 0;
});

const said = {
  route: "be-ma:EUR-MAD",
  provider: "ria",
  day: "2026-11-22",
  time: "16:30",
  visitor: "v7",
  enteredBy: "E1",
  amount: "200",
  feePlacement: "inside",
  fee: "4,50",
  rate: "10,5",
  received: "2052,75",
  speed: "",
  payIn: "cash",
  payOut: "cash_pickup",
  payOutFee: "",
  where: "Any branch",
};

async function post(fields: Record<string, string> = {}) {
  const body = new URLSearchParams({ ...said, key: keys.textOf("walker"), ...fields });
  const response = await fetch(`${web.origin}/en/observe`, { method: "POST", body });
  const html = await response.text();
  return { status: response.status, html, text: readableText(html), cache: response.headers.get("cache-control") };
}

describe("the form about a visit, without JavaScript", () => {
  it("is read as people type, with the times of the site's zone, and answered with what to do now", async () => {
    const { status, text, cache } = await post();

    expect([status, cache]).toEqual([200, "no-store"]);
    expect(visits.state.entered).toMatchObject([{ key: { label: "walker" } }]);
    expect(visits.state.entered[0]?.visit).toEqual({
      corridor: "be-ma",
      receiveCurrency: "MAD",
      provider: "ria",
      visitedAt: "2026-11-22T15:30:00.000Z",
      visitor: "V7",
      enteredBy: "E1",
      amount: "200",
      feePlacement: "inside",
      fee: "4.5",
      rate: "10.5",
      received: "2052.75",
      payIn: "cash",
      payOut: "cash_pickup",
      where: "Any branch",
    });
    expect(text).toContain("These fields differ: 2. Fee and 4. What arrives.");
    expect(text).toContain("The fee, the rate and what arrives do not fit together.");
  });

  it("is told in which fields it is nearly another one that waits", async () => {
    const { text } = await post({ visitor: "NEAR" });
    expect(text).toContain("Now another person must enter the same visit.");
    expect(text).toContain("This answer is different: “1. Amount you asked about and How do you pay in the shop?”.");
  });

  it.each<[string, Record<string, string>, string]>([
    ["a fee that is none", { fee: "much" }, "Please write an amount such as"],
    ["no fee", { fee: "" }, "Please write an amount"],
    ["neither rate nor what arrives", { rate: "", received: "" }, "Fill in at least one of these two."],
    ["no route", { route: "" }, "Please choose an option."],
    ["a route that is none", { route: "xx-yy:EUR-MAD" }, "Please choose an option."],
    ["a name for a code", { visitor: "Fatima from next door" }, "Please write a code"],
    ["a day that is none", { day: "2026-13-01" }, "Please choose a day and a time"],
    ["a day long past", { visitor: "LATE" }, "Please choose a day and a time"],
    ["an address in the place", { where: "see www.example.org" }, "without web or e-mail addresses"],
  ])("with %s says so beside the field, keeps what was typed, and never the key", async (_name, fields, words) => {
    const { status, html, text } = await post(fields);

    expect(status).toBe(400);
    expect(text).toContain(words);
    expect(html).toContain('<option value="cash_pickup" selected>');
    expect(html).not.toContain(keys.textOf("walker").slice(13));
    expect(visits.state.entered).toEqual([]);
  });

  it("keeps nothing with a key that may do other things only, or while keys or visits cannot be kept", async () => {
    const reader = await post({ key: keys.textOf("reader") });
    keys.state.isUp = false;
    const unchecked = await post();
    keys.state.isUp = true;
    visits.state.isUp = false;
    const away = await post();
    visits.state.isUp = true;

    expect([reader.status, unchecked.status, away.status]).toEqual([403, 503, 503]);
    expect(reader.text).toContain("This key may not enter visits.");
    expect(away.text).toContain("We cannot keep this visit right now.");
    expect(away.html).toContain('value="4,50"');
  });

  it("counts wrong keys, and right ones never", async () => {
    const statuses: number[] = [];
    for (const key of ["", "orm_1", createKeyText().text, createKeyText().text])
      statuses.push((await post({ key })).status);
    for (let turn = 0; turn < 5; turn += 1) statuses.push((await post()).status);

    expect(statuses).toEqual([401, 401, 401, 429, 200, 200, 200, 200, 200]);
  });

  it("leaves no key and no entry in the log", () => {
    expect(lines.join("")).toContain("a visit could not be kept");
    expect(lines.join("")).not.toMatch(/orm_\w{8}_(?!\[)|Any branch|V7/);
  });

  it("asks no browser to keep the key", async () => {
    const html = await (await fetch(`${web.origin}/en/observe`)).text();
    expect(html).toMatch(/<input id="key" name="key" type="password" autocomplete="off"/);
  });
});
