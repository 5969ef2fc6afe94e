import { constantly } from "@openremit/shared/serving";
import { listCountryPairs } from "../../country-pairs/country-pairs.ts";
import { findCorridor, readSeenOffer, type TypedOffer } from "../../question/index.ts";
import type { Page, PageView } from "../../site/page.ts";
import { useWords, type Words } from "../../words/words.ts";
import { CheckBody } from "./check-body.tsx";
import { readCheckGround } from "./check-ground.ts";
import { ChooseCorridor } from "./choose-corridor.tsx";
import { seenLimits } from "./wrong-words.ts";

const nothingTyped: TypedOffer = { amount: "", fee: "", rate: "", received: "", placement: "on_top" };

/** Somebody types what a shop showed. With JavaScript nothing of it leaves the device. */
export const check: Page = {
  path: "/check",
  async answer({ words, search }, site) {
    const corridorId = search.get("corridor") ?? "";
    if (corridorId === "") {
      const { answer: _, ...life } = constantly(null);
      return { ...headOf(words), body: <Choosing pairs={listCountryPairs(site.catalog).pairs} />, life };
    }
    const chosen = findCorridor(corridorId, search.get("currency"), site);
    const { ground, life } = await readCheckGround(chosen, site);
    const body = <CheckBody chosen={chosen} ground={ground} typed={nothingTyped} reading={null} />;
    return { ...headOf(words), body, life, scripts: ["check-offer"] };
  },
};

/** The same without JavaScript: calculated, answered and forgotten. */
export const checkWithoutScript: Page = {
  path: "/check",
  method: "post",
  async answer({ words, form }, site) {
    const said = (name: string) => form?.get(name) ?? "";
    const chosen = findCorridor(said("corridor"), said("currency"), site);
    const typed = {
      amount: said("amount"),
      fee: said("fee"),
      rate: said("rate"),
      received: said("received"),
      placement: said("placement"),
    };
    const reading = readSeenOffer(typed, seenLimits(chosen.corridor));
    const { ground } = await readCheckGround(chosen, site);
    const body = <CheckBody chosen={chosen} ground={ground} typed={typed} reading={reading} />;
    const status = reading.wrong === null ? 200 : 400;
    return { ...headOf(words), status, body, life: null, scripts: ["check-offer"] };
  },
};

function headOf({ t }: Words) {
  return {
    kind: "page",
    title: t("check.title"),
    description: t("check.lead"),
  } as const satisfies Partial<PageView>;
}

function Choosing({ pairs }: Parameters<typeof ChooseCorridor>[0]) {
  const { t } = useWords();
  return (
    <>
      <h1>{t("check.title")}</h1>
      <p class="lead">{t("check.lead")}</p>
      <ChooseCorridor pairs={pairs} />
    </>
  );
}
