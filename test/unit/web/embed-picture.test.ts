import { describe, expect, it } from "@jest/globals";
import { loadImage } from "@napi-rs/canvas";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { coloursOf } from "../../../services/web/src/embed/picture/colours.ts";
import { drawAnswer } from "../../../services/web/src/embed/picture/draw-answer.ts";
import type { Drawing } from "../../../services/web/src/embed/picture/drawing.ts";
import { fitText } from "../../../services/web/src/embed/picture/fit-text.ts";
import { loadFonts } from "../../../services/web/src/embed/picture/fonts.ts";
import { createPictures, PicturesBusyError } from "../../../services/web/src/embed/picture/keep-pictures.ts";
import { packPng } from "../../../services/web/src/embed/picture/pack-png.ts";
import { renderPng } from "../../../services/web/src/embed/picture/render-png.ts";
import { writeSvg } from "../../../services/web/src/embed/picture/write-svg.tsx";
import { loadDictionary, type Words } from "../../../services/web/src/words/words.ts";
import { buildOffersAnswer, buildRankedOffer } from "../../support/offers-answer.ts";

const fonts = loadFonts();
const dictionary = [...loadDictionary("Europe/Brussels")];
const hostile = `<script>alert("1")</script> & 'x'`;
const answer = buildOffersAnswer({
  offers: [
    buildRankedOffer(),
    buildRankedOffer({ rank: 2, payIn: "cash" }),
    buildRankedOffer({ rank: 3, provider: { key: "hostile", name: hostile }, sourceKind: "feed" }),
    buildRankedOffer({ rank: 4, provider: { key: "ria", name: "Ria" }, received: "1999.00" }),
    buildRankedOffer({ rank: 5, provider: { key: "last", name: "Lastly" } }),
  ],
});
const draw = (words: Words, given = answer): Drawing =>
  drawAnswer(given, { words, colours: coloursOf("light"), fonts, address: "openremit.example/en/be-ma" });
const linesOf = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.kind === "line" ? [mark] : []));

describe("the picture of a corridor", () => {
  it("says that it is not real, the best of three providers, when they were seen, and where to see more", () => {
    const [, words] = dictionary.find(([code]) => code === "en") ?? dictionary[0] ?? [];
    const { description } = draw(words as Words);
    for (const said of [
      "Practice prices",
      "Belgium",
      "You pay €200",
      "Wise",
      "Ria",
      "Estimate",
      "Checked",
      "openremit.example",
    ]) {
      expect(description).toContain(said);
    }
    expect(description.match(/Wise/g)).toHaveLength(1);
    expect(description).not.toContain("Lastly");
  });

  it("says of a price why less may arrive, as the page does", () => {
    const [, words] = dictionary.find(([code]) => code === "en") ?? dictionary[0] ?? [];
    const warnings = [{ code: "charges_sha", detail: "…" }];
    const receiverCosts = [{ line: "withdrawal", amount: "10.00", currency: "MAD", direction: "cost" as const }];
    const offers = [buildRankedOffer({ sourceKind: "tariff", warnings, receiverCosts })];
    const { description } = draw(words as Words, buildOffersAnswer({ offers }));
    expect(description).toContain("From a price list, Less may arrive and The receiver may pay a fee");
  });

  it.each(dictionary)("cuts no label, however many a price has: %s", (_code, words) => {
    const warnings = [{ code: "charges_ben", detail: "…" }];
    const receiverCosts = [{ line: "withdrawal", amount: "10.00", currency: "MAD", direction: "cost" as const }];
    const promotion = { rate: "11", fee: "0", received: "2200.00", upTo: "500", eligibility: "New customers" };
    const states = { sourceKind: "tariff", freshness: "ageing", derivation: "interpolated" } as const;
    const offers = [buildRankedOffer({ ...states, promotion, warnings, receiverCosts })];
    expect(draw(words, buildOffersAnswer({ offers })).description).not.toContain("…");
  });

  it.each(dictionary)("keeps every line inside, whoever reads it in wider letters: %s", (_code, words) => {
    const drawing = draw(words);
    for (const { text, size, bold } of linesOf(drawing)) {
      expect(fonts.widthOf(text, { size, bold })).toBeLessThanOrEqual(drawing.width - 40);
    }
    expect(Math.max(...linesOf(drawing).map(({ y }) => y))).toBeLessThan(drawing.height);
  });

  it.each(dictionary)("has a letter in its fonts for everything it says: %s", (_code, words) => {
    const known = new Map<string, boolean>();
    const drawn = (letter: string) => {
      const canvas = fonts.canvas(60, 60);
      const context = canvas.getContext("2d");
      fonts.choose(context, { size: 40, bold: false });
      context.fillText(letter, 10, 45);
      return canvas.toBuffer("image/png").toString("base64");
    };
    const none = drawn("\u{10fffd}");
    const empty = draw(words, buildOffersAnswer({ offers: [] }));
    for (const letter of new Set([...linesOf(draw(words)), ...linesOf(empty)].flatMap(({ text }) => [...text]))) {
      known.set(letter, drawn(letter) !== none);
    }
    expect([...known].filter(([, isKnown]) => !isKnown).map(([letter]) => letter)).toEqual([]);
  });

  it("is an SVG without script, style or anything from elsewhere, whatever a provider is called", () => {
    for (const [code, words] of dictionary) {
      const text = writeSvg(draw(words));
      expect(XMLValidator.validate(text)).toBe(true);
      expect(text).not.toMatch(/<script|<style|<image|<use|<foreignObject|href|url\(|@import|\son\w+=|style=/);
      expect([...text.matchAll(/https?:[^"<]*/g)].map(([found]) => found)).toEqual(["http://www.w3.org/2000/svg"]);
      const { svg } = new XMLParser({ ignoreAttributes: false }).parse(text) as { svg: Record<string, string> };
      expect([svg["@_role"], svg["@_lang"]]).toEqual(["img", code]);
      expect(svg.title).toContain(words.country("MA"));
    }
  });

  it.each(dictionary)("is a PNG of twice its size, with a palette and under 100 kB: %s", async (_code, words) => {
    const drawing = draw(words);
    const bytes = await renderPng(drawing, fonts);
    // IHDR: eight bits, colours from a palette.
    expect([...bytes.subarray(24, 26)]).toEqual([8, 3]);
    expect(bytes.length).toBeLessThan(100_000);
    const image = await loadImage(bytes);
    expect([image.width, image.height]).toEqual([drawing.width * 2, drawing.height * 2]);
  });
});

describe("packing", () => {
  it("keeps the colours of grounds, and gives up where there are too many", async () => {
    const flat = Uint8Array.from({ length: 40 * 40 * 4 }, (_, at) => [0xff, 0xd7, 0x5e, 0xff][at % 4] ?? 0);
    const packed = await packPng({ width: 40, height: 40, rgba: flat });
    expect(packed?.includes(Buffer.from([0xff, 0xd7, 0x5e]))).toBe(true);
    const many = Uint8Array.from({ length: 64 * 64 * 4 }, (_, at) => {
      const pixel = Math.floor(at / 4);
      return [(pixel >> 8) * 16, ((pixel >> 4) & 15) * 16, (pixel & 15) * 16, 255][at % 4] ?? 0;
    });
    expect(await packPng({ width: 64, height: 64, rgba: many })).toBeNull();
  });
});

describe("text that has little room", () => {
  it("breaks between words, and ends with an ellipsis where it must", () => {
    const face = { size: 18, bold: false };
    const lines = fitText(
      "Ask the provider how you can pay and how they receive.",
      face,
      { width: 200, lines: 2 },
      fonts,
    );
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(fitText("Wise", face, { width: 200, lines: 2 }, fonts)).toEqual(["Wise"]);
    const address = "openremit.example/en/be-cd?currency=USD";
    const broken = fitText(address, face, { width: 200, lines: 5 }, fonts);
    expect(broken.join("")).toBe(address);
    for (const line of broken) expect(fonts.widthOf(line, face)).toBeLessThanOrEqual(200);
  });
});

describe("pictures that many ask for", () => {
  const blank = (title: string): Drawing => ({
    width: 1,
    height: 1,
    language: "en",
    direction: "ltr",
    title,
    description: "",
    marks: [],
  });

  it("are rendered once for all of them, one after the other", async () => {
    let [rendered, now, most] = [0, 0, 0];
    const pictures = createPictures(async ({ title }) => {
      rendered += 1;
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setTimeout(done, 2));
      now -= 1;
      return Buffer.from(title);
    });
    const asked = ["a", "b", "a", "c", "a"].map((title) => pictures.png(blank(title)));
    expect((await Promise.all(asked)).map(String)).toEqual(["a", "b", "a", "c", "a"]);
    await pictures.png(blank("a"));
    expect([rendered, most]).toEqual([3, 1]);
  });

  it("are refused while too many wait, and made once they do not; a failure is not kept", async () => {
    let fails = true;
    const pictures = createPictures(async () => {
      if (fails) throw new Error("no memory");
      return Buffer.from("picture");
    });
    await expect(pictures.png(blank("one"))).rejects.toThrow("no memory");
    fails = false;
    expect(String(await pictures.png(blank("one")))).toBe("picture");
    const crowd = Array.from({ length: 40 }, (_, place) => pictures.png(blank(`crowd ${place}`)));
    const outcomes = await Promise.allSettled(crowd);
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused.length).toBe(15);
    expect(refused[0]).toMatchObject({ reason: expect.any(PicturesBusyError) });
    expect(String(await pictures.png(blank("crowd 39")))).toBe("picture");
  });
});
