import type { VisitAnswer } from "@openremit/shared/contracts";
import { useWords, type Words } from "../../words/words.ts";

/** How far the visit is now, and what to look at again. */
export function ObserveThanks({ kept }: { readonly kept: VisitAnswer }) {
  const words = useWords();
  const { t, href } = words;
  const isSettled = kept.state !== "differs";
  return (
    <>
      <h1>{t(isSettled ? "observe.thanks" : "observe.title")}</h1>
      <p class={isSettled ? "lead" : "problem"} role={isSettled ? "status" : "alert"} data-outcome={true}>
        {stateText(kept, words)}
      </p>
      {kept.notes.length > 0 && (
        <ul>
          {kept.notes.map((note) => (
            <li key={note}>{t(`observe.note_${note}`)}</li>
          ))}
        </ul>
      )}
      <p>
        {t("observe.number")} <code>{kept.visitId}</code>
      </p>
      <p>
        <a class="button" href={href("/observe")}>
          {t("observe.another")}
        </a>
      </p>
    </>
  );
}

const fieldNames = {
  fee: "observe.fee",
  feePlacement: "check.placement",
  rate: "observe.rate",
  received: "observe.received",
  speed: "observe.speed",
  payOutFee: "observe.pay_out_fee",
  where: "observe.where",
  visitedAt: "observe.time",
} as const;

function stateText({ state, differing }: VisitAnswer, { t, list }: Words): string {
  if (state !== "differs") return t(`observe.state_${state}`);
  const names = differing.flatMap((field) =>
    field in fieldNames ? [t(fieldNames[field as keyof typeof fieldNames])] : [],
  );
  return t("observe.state_differs", { fields: list(names) });
}
