import { describe, expect, it } from "@jest/globals";
import type { RankedOffer } from "@openremit/shared/contracts";
import { Leaflet } from "../../../services/web/src/pages/kit/leaflet.tsx";
import { Poster } from "../../../services/web/src/pages/kit/poster.tsx";
import { Sheet } from "../../../services/web/src/pages/print/sheet.tsx";
import { buildOffersAnswer, buildRankedOffer } from "../../support/offers-answer.ts";
import { readableText, renderView } from "../../support/render-view.ts";

const wise = buildRankedOffer({ sourceKind: "tariff", received: "2118.60" });
const kbc = buildRankedOffer({
  rank: 2,
  provider: { key: "kbc", name: "KBC" },
  received: "2100.00",
  behindBest: "18.60",
  warnings: [{ code: "charges_sha", detail: "…" }],
});
const ria = buildRankedOffer({
  rank: 3,
  provider: { key: "ria", name: "Ria" },
  received: "2000.00",
  behindBest: "118.60",
});
const exact = [buildRankedOffer(), ria];
const legend =
  "~ = not exact: an estimate, an older price, or a price from a list, a survey or a shop. Less may arrive.";

const poster = (offers: readonly RankedOffer[]) =>
  readableText(renderView(<Poster answer={buildOffersAnswer({ offers: [...offers] })} address={null} />));
const leaflet = (offers: readonly RankedOffer[]) =>
  readableText(renderView(<Leaflet answer={buildOffersAnswer({ offers: [...offers] })} address={null} />));
const sheet = (offers: readonly RankedOffer[]) =>
  readableText(renderView(<Sheet answer={buildOffersAnswer({ offers: [...offers] })} also={null} address={null} />));

describe("a figure on paper that is not exact", () => {
  it("is marked on a poster, as is the difference that follows from it, and the mark is explained", () => {
    const text = poster([wise, ria]);
    for (const said of ["they get ~MAD 118.60 more", "The best: Wise ~MAD 2,118.60", "compare: MAD 2,000.00", legend]) {
      expect(text).toContain(said);
    }
  });

  it("is marked in each list of a leaflet, whose sides are copied without each other", () => {
    const text = leaflet([wise, kbc, ria]);
    expect(text).toMatch(/Wise [^~]*~MAD 2,118\.60 KBC [^~]*~MAD 2,100\.00 Ria [^~]*MAD 2,000\.00/);
    expect(text.split(legend)).toHaveLength(3);
  });

  it("is marked on the sheet of a corridor, what arrives and what is lost", () => {
    expect(sheet([wise, ria])).toMatch(
      /Wise Bank account ~MAD 2,118\.60 ~€3\.83 Ria Bank account MAD 2,000\.00 €3\.83/,
    );
    expect(sheet([wise, ria])).toContain(legend);
  });

  it("leaves no mark and no legend where all figures are exact", () => {
    for (const text of [poster(exact), leaflet(exact), sheet(exact)]) expect(text).not.toContain("~");
  });
});
