import type { VisitAnswer } from "@openremit/shared/contracts";
import { useWords, type Words } from "../../words/words.ts";

/** How far the visit is now, and what to look at again. */
export function ObserveThanks({ kept }: { readonly kept: VisitAnswer }) {
  const words = useWords();
  const { t, href } = words;
  const isSettled = kept.state !== "differs";
  // For the program that sends kept entries: one that has to be looked at again stays on the device.
  const outcome = kept.differing.length === 0 ? "done" : "look_again";
  return (
    <>
      <h1>{t(isSettled ? "observe.thanks" : "observe.title")}</h1>
      <p class={isSettled ? "lead" : "problem"} role={isSettled ? "status" : "alert"} data-outcome={outcome}>
        {stateText(kept, words)}
      </p>
      {kept.state === "waiting" && kept.differing.length > 0 && (
        <p class="problem" role="alert" data-note={true}>
          {t("observe.maybe_same", { fields: fieldList(kept, words) })}
        </p>
      )}
      {kept.notes.length > 0 && (
        <ul>
          {kept.notes.map((note) => (
            <li key={note} data-note={true}>
              {t(`observe.note_${note}`)}
            </li>
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
  amount: "observe.amount",
  payIn: "observe.pay_in",
  payOut: "observe.pay_out",
  fee: "observe.fee",
  feePlacement: "check.placement",
  rate: "observe.rate",
  received: "observe.received",
  speed: "observe.speed",
  payOutFee: "observe.pay_out_fee",
  where: "observe.where",
  visitedAt: "observe.time",
} as const;

function stateText(kept: VisitAnswer, words: Words): string {
  const { state } = kept;
  return state === "differs"
    ? words.t("observe.state_differs", { fields: fieldList(kept, words) })
    : words.t(`observe.state_${state}`);
}

function fieldList({ differing }: VisitAnswer, { t, list }: Words): string {
  return list(
    differing.flatMap((field) => (field in fieldNames ? [t(fieldNames[field as keyof typeof fieldNames])] : [])),
  );
}
