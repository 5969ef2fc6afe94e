import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import type { ComponentChildren } from "preact";
import { useWords } from "../../words/words.ts";
import { markFigure } from "../corridor/offer-labels.ts";
import { AboutNote } from "./about-note.tsx";
import { type CorridorSheetProps, corridorSheet } from "./corridor-sheet.tsx";
import { Difference, type Ends, endsOf } from "./difference.tsx";
import { Scan } from "./scan.tsx";
import { SeenWhen } from "./seen-when.tsx";

/** A corridor on a wall: read from three steps away, and scanned from one. */
export const poster = corridorSheet({
  name: "poster",
  frame: "sheet",
  draw: (props) => <Poster {...props} />,
});

export function Poster({ answer, address }: CorridorSheetProps) {
  const { t, country } = useWords();
  const { sendCountry, receiveCountry } = answer.corridor;
  const ends = endsOf(answer);
  return (
    <article class="poster stack">
      <header class="stack">
        <h1>{t("corridor.title", { from: country(sendCountry), to: country(receiveCountry) })}</h1>
        <p class="lead">{t("kit.compare_first")}</p>
      </header>
      {ends !== null && (
        <div class="stack">
          <Difference answer={answer} ends={ends} />
          {ends.worst !== null && <BothEnds answer={answer} best={ends.best} worst={ends.worst} />}
          <AboutNote offers={[ends.best, ends.worst ?? ends.best]} />
        </div>
      )}
      <SeenWhen answer={answer} />
      <Scan address={address} text={t("kit.scan")} />
      <p>{t("footer.promise")}</p>
    </article>
  );
}

interface BothEndsProps extends Record<keyof Ends, NonNullable<Ends["worst"]>> {
  readonly answer: OffersAnswer;
}

function BothEnds({ answer, best, worst }: BothEndsProps) {
  const { rich, money } = useWords();
  const b = (chunks: ComponentChildren) => <strong class="figure">{chunks}</strong>;
  const received = (offer: RankedOffer) => markFigure(money(offer.received, answer.corridor.receiveCurrency), offer);
  return (
    <div class="sides">
      <p class="best">{rich("kit.with_best", { b, provider: best.provider.name, received: received(best) })}</p>
      <p>{rich("kit.with_worst", { b, received: received(worst) })}</p>
    </div>
  );
}
