import { describe, expect, it } from "@jest/globals";
import { parseChoice, usualColours } from "../../../services/web/src/pages/widget/parse-choice.ts";
import { policyLines } from "../../../services/web/src/pages/widget/policy-lines.ts";
import type { ChosenWidget } from "../../../services/web/src/pages/widget/widget-tag.ts";
import { type SnippetKind, writeCode } from "../../../services/web/src/pages/widget/write-code.ts";
import { loadDictionary } from "../../../services/web/src/words/words.ts";
import { sceneCatalog } from "../../support/comparison-scene.ts";
import { buildOffersAnswer, buildRankedOffer } from "../../support/offers-answer.ts";
import { englishWords } from "../../support/render-view.ts";

const origin = "https://openremit.example";
const bundle = { version: "1.2.3", path: "/widget/1.2.3/remit-compare.js", integrity: "sha384-abc+/=" };
const site = {
  catalog: sceneCatalog,
  dictionary: loadDictionary("Europe/Brussels"),
  comparison: {
    corridors() {
      throw new Error("nobody asked for the usual route");
    },
  },
} as unknown as Parameters<typeof parseChoice>[1];

const choose = (query: string) => parseChoice(new URLSearchParams(query), site);

function codeOf(query: string, answer = buildOffersAnswer()): Map<SnippetKind, string> {
  const choice = choose(query);
  const words = englishWords();
  const spoken =
    choice.languages.length === 0
      ? [{ words, language: null }]
      : choice.languages.map((one) => ({ words: one, language: one.language.code }));
  const widgets: ChosenWidget[] = choice.routes.flatMap((route) =>
    spoken.map((one) => ({ ...one, route, answer, page: `${origin}/${one.words.language.code}/${route.corridor.id}` })),
  );
  return new Map(writeCode({ choice, widgets, origin, bundle }).map(({ kind, code }) => [kind, code]));
}

describe("the code of a widget", () => {
  it("loads one version that cannot change, and keeps a link and the best three where nothing runs", () => {
    const offers = ["Wise", "Ria", "Wise", "Remitly", "Xoom"].map((name, index) =>
      buildRankedOffer({ provider: { key: name.toLowerCase(), name }, received: `21${18 - index}.60` }),
    );
    const code = codeOf("route=be-ma&pay=200&lang=en", buildOffersAnswer({ offers })).get("script");
    expect(code?.split("\n")).toEqual([
      '<script type="module" src="https://openremit.example/widget/1.2.3/remit-compare.js" integrity="sha384-abc+/=" crossorigin="anonymous" referrerpolicy="no-referrer"></script>',
      '<remit-compare from="BE" to="MA" amount="200" lang="en">',
      '  <p><a href="https://openremit.example/en/be-ma">Send money from Belgium to Morocco</a></p>',
      expect.stringMatching(
        /^ {2}<ol><li>Wise: they get MAD\s2,118\.60<\/li><li>Ria: they get MAD\s2,117\.60<\/li><li>Remitly: they get MAD\s2,115\.60<\/li><\/ol>$/,
      ),
      "  <p>Practice prices. These figures are invented to try the site. Do not send money by them. Prices of 23 Nov 2026, 12:48. Today they may be different.</p>",
      "  <p>Nobody can pay for a place.</p>",
      "</remit-compare>",
    ]);
  });

  it("marks what is not exact in what it keeps, and says what the mark means", () => {
    const warnings = [{ code: "charges_sha", detail: "…" }];
    const ria = { key: "ria", name: "Ria" };
    const kbc = { key: "kbc", name: "KBC" };
    const offers = [
      buildRankedOffer({ sourceKind: "tariff" }),
      buildRankedOffer({ provider: kbc, warnings }),
      buildRankedOffer({ provider: ria }),
    ];
    const code = codeOf("route=be-ma&pay=200&lang=en", buildOffersAnswer({ offers })).get("script");
    expect(code).toMatch(
      /<li>Wise: they get ~MAD\s2,118\.60<\/li><li>KBC: they get ~MAD\s2,118\.60<\/li><li>Ria: they get MAD\s2,118\.60<\/li>/,
    );
    expect(code).toMatch(/<p>~ = not exact: an estimate, .*Less may arrive\. Nobody can pay for a place\.<\/p>/);
  });

  it("keeps the link alone where there is no price", () => {
    const code = codeOf("route=be-ma", buildOffersAnswer({ offers: [] })).get("script");
    expect(code).not.toContain("<ol");
    expect(code).toContain('<a href="https://openremit.example/en/be-ma">');
  });

  it("says which language its fallback speaks where the widget follows the page around it", () => {
    expect(codeOf("route=be-ma").get("script")).toMatch(
      /<remit-compare from="BE" to="MA" amount="200">\n {2}<p lang="en" dir="ltr">/,
    );
    const many = codeOf("route=be-ma&route=be-cd.CDF&lang=fr&lang=ar").get("script") ?? "";
    expect([...many.matchAll(/<remit-compare ([^>]*)>/g)].map(([, said]) => said)).toEqual([
      'from="BE" to="MA" amount="200" lang="fr"',
      'from="BE" to="MA" amount="200" lang="ar"',
      'from="BE" to="CD" currency="CDF" amount="200" lang="fr"',
      'from="BE" to="CD" currency="CDF" amount="200" lang="ar"',
    ]);
    expect(many.match(/<script/g)).toHaveLength(1);
  });

  it("escapes every text in it", () => {
    const provider = { key: "strange", name: `</li><script>alert("1")</script>&amp;` };
    const code = codeOf("route=be-ma", buildOffersAnswer({ offers: [buildRankedOffer({ provider })] })).get("script");
    expect(code).toContain("<li>&lt;/li>&lt;script>alert(&quot;1&quot;)&lt;/script>&amp;amp;: they get");
    expect(code?.match(/<script/g)).toHaveLength(1);
    expect(codeOf("route=be-ma&lang=fr").get("frame")).toContain(
      'src="https://openremit.example/embed/be-ma?lang=fr&amp;amount=200"',
    );
  });

  it("puts colours and width into the host's own stylesheet, and derives what was not chosen", () => {
    expect(codeOf("route=be-ma").has("style")).toBe(false);
    expect(codeOf("route=be-ma&look=own&text=%23102030&ground=ffffff&link=%23004080&width=20").get("style")).toBe(
      [
        "remit-compare {",
        "  --remit-ink: #102030;",
        "  --remit-ground: #ffffff;",
        "  --remit-accent: #004080;",
        "  --remit-line: #cfd2d6;",
        "  max-inline-size: 20rem;",
        "}",
      ].join("\n"),
    );
    expect(codeOf("route=be-ma&look=own").get("script")).toContain('theme="light"');
  });

  it("has the same in a frame, WordPress, a picture, a link and a text", () => {
    const code = codeOf("route=be-ma&pay=345&amounts=100+500&lang=nl&look=dark&width=30");
    expect(code.get("frame")?.split("\n")).toEqual([
      '<iframe src="https://openremit.example/embed/be-ma?lang=nl&amp;amount=345&amp;theme=dark" title="Geld sturen: België → Marokko" width="480" height="620" loading="lazy" referrerpolicy="no-referrer"></iframe>',
      '<script src="https://openremit.example/widget/1/resize.js" defer></script>',
    ]);
    expect(code.get("wordpress")).toBe(
      '[remit_compare from="BE" to="MA" amount="345" amounts="100 500" lang="nl" theme="dark"]',
    );
    expect(code.get("wordpress_config")).toContain("define( 'REMIT_COMPARE_INTEGRITY', 'sha384-abc+/=' );");
    expect(code.get("picture")).toMatch(/<img src="[^"]*\/embed\/be-ma\.png\?[^"]*" alt="Geld [^"]*" width="400"\/>/);
    expect(code.get("text")).toBe("https://openremit.example/embed/be-ma.txt?lang=nl&amount=345&theme=dark");
  });
});

describe("what a host's policy must allow", () => {
  it("is the widget's own places, and no more", () => {
    expect(policyLines("script", origin)).toEqual([
      "script-src https://openremit.example/widget/",
      "connect-src https://openremit.example/widget/ https://openremit.example/v1/widget/",
    ]);
    expect(policyLines("link", origin)).toEqual([]);
  });
});

describe("a choice as it stands in an address", () => {
  it("is the usual one where nothing is said", () => {
    const { typed, more, languages, look, colours, width } = choose("route=be-ma");
    expect({ typed, more, languages, look, colours, width }).toEqual({
      typed: "200",
      more: [],
      languages: [],
      look: "auto",
      colours: usualColours,
      width: "full",
    });
  });

  it("keeps an amount that is none, to say so beside the field", () => {
    expect(choose("route=be-ma&pay=1,000").reading.wrong?.reason).toBe("thousands");
    expect(choose("route=be-ma&amounts=100+x").more).toBeNull();
    expect(choose("route=be-ma&amounts=1+2+3+4+5+6+7").more).toBeNull();
    expect(choose("route=be-ma&amounts=100;+99,50").more).toEqual(["100", "99.5"]);
  });

  it.each([
    ["route=be-zz", 404],
    ["route=be-ma.XXX", 404],
    ["route=be-ma&lang=xx", 400],
    ["route=be-ma&look=neon", 400],
    ["route=be-ma&width=1000", 400],
    ["route=be-ma&look=own&text=red;}", 400],
  ])("is refused where there is no such choice: %s", (query, status) => {
    expect(() => choose(query)).toThrow(expect.objectContaining({ status }));
  });

  it("holds three routes at most, each once", () => {
    const { routes } = choose("route=be-ma&route=&route=be-ma&route=be-sn&route=be-tr&route=be-ke");
    expect(routes.map(({ corridor }) => corridor.id)).toEqual(["be-ma", "be-sn", "be-tr"]);
  });
});
