import { useWords } from "../../words/words.ts";
import { ToAsk } from "../print/to-ask.tsx";
import { AboutNote } from "./about-note.tsx";
import { BestList } from "./best-list.tsx";
import { type CorridorSheetProps, corridorSheet } from "./corridor-sheet.tsx";
import { Difference, endsOf } from "./difference.tsx";
import { Scan } from "./scan.tsx";
import { SeenWhen } from "./seen-when.tsx";
import { Practice, ToWrite } from "./to-write.tsx";

/** Four pages of A5 on one sheet of A4, folded once. In the order in which they are read; paper puts the back first. */
export const leaflet = corridorSheet({
  name: "leaflet",
  frame: "folded",
  draw: (props) => <Leaflet {...props} />,
});

export function Leaflet({ answer, address }: CorridorSheetProps) {
  const words = useWords();
  const { t, country } = words;
  const { sendCountry, receiveCountry, receiveCurrency } = answer.corridor;
  const ends = endsOf(answer);
  return (
    <article class="leaflet">
      <section class="panel front">
        <h1>{t("corridor.title", { from: country(sendCountry), to: country(receiveCountry) })}</h1>
        <p class="lead">{t("kit.compare_first")}</p>
        {ends !== null && <Difference answer={answer} ends={ends} />}
        {ends !== null && <AboutNote offers={[ends.best, ends.worst ?? ends.best]} />}
        <SeenWhen answer={answer} />
        <Practice simulated={answer.simulated} />
      </section>
      <section class="panel first-inside">
        <BestList answer={answer} />
        <Practice simulated={answer.simulated} />
      </section>
      <section class="panel second-inside">
        <ToAsk currency={receiveCurrency} words={words} />
        <ToWrite />
      </section>
      <section class="panel back">
        <h2>{t("kit.today")}</h2>
        <Scan address={address} text={t("kit.scan")} />
        <p>{t("footer.promise")}</p>
        <p>{t("about.independent_list")}</p>
      </section>
    </article>
  );
}
