import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readPauses, revokeApiKey } from "@openremit/shared/storage";
import { type OperatorScene, openOperatorScene } from "../support/operator-scene.ts";
import { readableText } from "../support/render-view.ts";

let scene: OperatorScene;
beforeAll(async () => {
  scene = await openOperatorScene();
});
afterAll(() => scene.close());

const get = (path: string, cookie = "") => fetch(`${scene.origin}${path}`, { headers: { cookie }, redirect: "manual" });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${scene.origin}${path}`, {
    method: "POST",
    headers,
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? "";

async function signIn(key: string, headers: Record<string, string> = {}) {
  const token = hidden(await (await get("/operator")).text(), "token");
  const response = await post("/operator/sign-in", { token, key }, headers);
  const set = response.headers.get("set-cookie") ?? "";
  return { response, set, cookie: set.split(";")[0] ?? "" };
}

/** Signed in, with the token of the page's forms. */
async function operate() {
  const { cookie } = await signIn(scene.operator.text);
  const page = await (await get("/operator", cookie)).text();
  return { cookie, page, csrf: hidden(page, "csrf") };
}

/** On a scene of its own, for as long as the work takes. */
async function elsewhere<Result>(
  opening: Promise<OperatorScene>,
  work: (own: OperatorScene) => Promise<Result>,
): Promise<Result> {
  const usual = scene;
  scene = await opening;
  try {
    return await work(scene);
  } finally {
    await scene.close();
    scene = usual;
  }
}

describe("the operator's page", () => {
  it("asks whoever comes for a key, is kept by nobody and found by no search engine", async () => {
    const response = await get("/operator");
    const text = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-robots-tag")).toBe("noindex, nofollow");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(readableText(text)).toContain("Key with the scope operate");
    expect(text).not.toContain("wise");
  });

  it("takes the key once and gives a cookie that holds none of it, for an hour, for these pages only", async () => {
    const { response, set, cookie } = await signIn(scene.operator.text);

    expect([response.status, response.headers.get("location")]).toEqual([303, "/operator"]);
    expect(set).toMatch(/; Max-Age=3600; Path=\/operator; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(scene.operator.text.split("_").at(-1));
    expect((await get("/operator", cookie)).status).toBe(200);
    expect(scene.lines.join("")).not.toContain(scene.operator.text.split("_").at(-1));
  });

  it("says no to a wrong key, to one that may not operate, and to a form from elsewhere", async () => {
    const wrong = await signIn("orm_abc");
    const other = await signIn(scene.reader.text);
    const forged = await post("/operator/sign-in", { token: "x", key: scene.operator.text });
    const crossSite = await signIn(scene.operator.text, { "sec-fetch-site": "cross-site" });

    expect([wrong, other, crossSite].map(({ response }) => response.status)).toEqual([401, 403, 403]);
    expect(forged.status).toBe(403);
    for (const { set } of [wrong, other, crossSite]) expect(set).toBe("");
    expect(await other.response.text()).not.toContain(scene.reader.text);
  });

  it("shows sources, issues, runs set aside, what waits and the queues, with what sources say as text", async () => {
    const { page } = await operate();
    const text = readableText(page);

    expect(text).toContain("Prices: 1, in be-ma");
    expect(text).toContain("failing: The last visit");
    expect(text).toContain("expectation_broken (visit)");
    expect(text).toContain("0 wait, the oldest first");
    expect(text).toContain("Nothing waits and nothing failed");
    expect(text).toContain("Ayşe");
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script>");
  });
});

describe("what an operator decides", () => {
  it("pauses a source with a reason, and resumes it", async () => {
    const { cookie, csrf } = await operate();
    const paused = await post("/operator/pause", { csrf, source: "ria", why: "they asked us to" }, { cookie });
    const reasons = await readPauses(scene.database);
    const page = readableText(await (await get(paused.headers.get("location") ?? "", cookie)).text());
    const resumed = await post("/operator/resume", { csrf, source: "ria" }, { cookie });

    expect([paused.status, resumed.status]).toEqual([303, 303]);
    expect(reasons.get("ria")?.reason).toBe("they asked us to");
    expect(page).toContain("The source is paused");
    expect(page).toContain("Resume ria");
    expect((await readPauses(scene.database)).has("ria")).toBe(false);
  });

  it("accepts a run that was set aside, which the recorder then shows", async () => {
    const { cookie, csrf } = await operate();
    const { runId } = scene.waiting.run;
    const accepted = await post("/operator/accept", { csrf, run: runId, why: "the market moved" }, { cookie });
    const again = await post("/operator/reject", { csrf, run: runId, why: "no" }, { cookie });
    const recorded = await scene.recordAccepted();

    expect([accepted.status, again.status, recorded]).toEqual([303, 400, 1]);
    expect(readableText(await again.text())).toContain("somebody decided");
    expect((await scene.latest.readCorridor("be-ma:EUR-MAD")).map(({ source }) => source)).toEqual(["wise"]);
    expect(scene.lines.join("")).toContain(`"keyId":"${scene.operator.keyId}"`);
  });

  it.each([
    ["without the form's token", { why: "x" }, {}, 403],
    ["with the token of another session", { why: "x", csrf: "a".repeat(43) }, {}, 403],
    ["from a page elsewhere", { why: "x", csrf: "own" }, { "sec-fetch-site": "cross-site" }, 403],
    ["without a reason", { why: " ", csrf: "own" }, {}, 400],
    ["about a source nobody has", { why: "x", csrf: "own", source: "nobody" }, {}, 400],
  ])("%s nothing is done", async (_name, fields, headers, status) => {
    const { cookie, csrf } = await operate();
    const sent = { source: "ria", ...fields, ...("csrf" in fields && fields.csrf === "own" && { csrf }) };
    const response = await post("/operator/pause", sent, { cookie, ...headers });

    expect([response.status, (await readPauses(scene.database)).size]).toEqual([status, 0]);
  });
});

describe("a session", () => {
  it("is nothing once it is changed, or an hour old, or its key is revoked", async () => {
    const { cookie } = await signIn(scene.operator.text);
    const changed = cookie.replace(/.(?=.$)/, (last) => (last === "A" ? "B" : "A"));
    const signsIn = async (text: string) => (await (await get("/operator", text)).text()).includes('name="key"');
    const states = [await signsIn(cookie), await signsIn(changed)];
    scene.clock.at = new Date(scene.clock.at.getTime() + 3_601_000);
    states.push(await signsIn(cookie));
    const fresh = await signIn(scene.operator.text);
    states.push(await signsIn(fresh.cookie));
    await revokeApiKey(scene.database, scene.operator.keyId, scene.clock.at);
    states.push(await signsIn(fresh.cookie));

    expect(states).toEqual([false, true, true, false, true]);
  });

  it("is never sent in the clear where readers come by https", async () => {
    const safe = openOperatorScene({ publicUrl: "https://openremit.example" });
    const { set } = await elsewhere(safe, ({ operator }) => signIn(operator.text));

    expect(set).toContain("; Secure");
  });

  it("opens the board of queues, to look at only", async () => {
    await elsewhere(openOperatorScene(), async ({ operator }) => {
      const closed = await get("/operator/queues");
      const { cookie } = await signIn(operator.text);
      const board = await get("/operator/queues", cookie);
      const html = await board.text();
      const program = /src="(static\/js\/main[^"]+)"/.exec(html)?.[1] ?? "";
      const file = await get(`/operator/queues/${program}`, cookie);
      const fileClosed = await get(`/operator/queues/${program}`);
      const list = await get("/operator/queues/api/queues", cookie);
      const change = await post("/operator/queues/api/queues/record/clean/completed", {}, { cookie });
      const names = ((await list.json()) as { queues: { name: string }[] }).queues.map(({ name }) => name);

      expect([closed, board, file, fileClosed, change].map(({ status }) => status)).toEqual([401, 200, 200, 401, 405]);
      expect(names).toEqual(expect.arrayContaining(["record", "audit", "collect.wise"]));
      for (const answer of [closed, board])
        expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(board.headers.get("x-powered-by")).toBeNull();
      expect(board.headers.get("cache-control")).toBe("no-store");
    });
  });
});

describe("a form that cannot be read", () => {
  it("is the sender's fault, and nothing to look at in the log", async () => {
    const before = scene.lines.length;
    const response = await post("/operator/sign-in", { key: "x".repeat(10_000) });

    expect(response.status).toBe(413);
    expect(readableText(await response.text())).toContain("Nothing was done");
    expect(scene.lines.slice(before).join("")).not.toContain('"level":50');
  });
});

describe("somebody who guesses", () => {
  it("tries twenty keys an hour and not more", async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 22; tries += 1) statuses.push((await signIn("orm_wrong")).response.status);

    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.at(-1)).toBe(429);
  });
});
