import type { OffersAnswer } from "@openremit/shared/contracts";
import type { Corridor } from "@openremit/shared/domain";
import type { Formats } from "../format/money.ts";
import { Document } from "./document.tsx";
import { OfferRow, UnrankedRow } from "./offer-row.tsx";
import { QuestionForm } from "./question-form.tsx";

export interface HomeProps {
  readonly simulated: boolean;
  readonly corridors: readonly Corridor[];
  readonly chosen: string;
  readonly pay: string;
  /** null where the question could not be answered; `problem` then says why. */
  readonly answer: OffersAnswer | null;
  readonly problem: string | null;
  readonly formats: Formats;
  readonly now: Date;
}

/** The page at `/`: the question, one number first, then every option, best first. */
export function Home(props: HomeProps) {
  return (
    <Document title="OpenRemit — what it costs to send money home" simulated={props.simulated}>
      <QuestionForm {...props} />
      {props.problem !== null && (
        <p class="problem" role="alert">
          {props.problem}
        </p>
      )}
      {props.answer !== null && <Answer answer={props.answer} formats={props.formats} now={props.now} />}
    </Document>
  );
}

function Answer({ answer, formats, now }: { answer: OffersAnswer; formats: Formats; now: Date }) {
  const { sendCurrency, receiveCurrency } = answer.corridor;
  const best = answer.offers[0];
  const common = { sendCurrency, receiveCurrency, receiverLines: answer.receiverLines, formats, now };
  return (
    <>
      {best === undefined ? (
        <p class="headline">No price that we can stand behind today.</p>
      ) : (
        <p class="headline">
          The best option puts <strong>{formats.money(best.received, receiveCurrency)}</strong> in their hand.
          {best.cost !== null && <Loss cost={best.cost} currency={sendCurrency} formats={formats} />}
        </p>
      )}
      {answer.warnings.map((warning) => (
        <p class="warning" key={warning.code}>
          {warning.detail}
        </p>
      ))}
      <p class="legend">
        <span class="key-fee">fee</span> <span class="key-rate">exchange rate</span>
        {answer.reference !== null &&
          ` · mid-market rate ${answer.reference.value} (${answer.reference.source}, ${answer.reference.observedOn})`}
      </p>
      <ol class="offers">
        {answer.offers.map((offer) => (
          <OfferRow key={offer.quoteId} offer={offer} {...common} />
        ))}
      </ol>
      {answer.unranked.length > 0 && (
        <details>
          <summary>{answer.unranked.length} more without a place in the list</summary>
          <ul class="unranked">
            {answer.unranked.map((offer) => (
              <UnrankedRow key={offer.quoteId} offer={offer} {...common} />
            ))}
          </ul>
        </details>
      )}
      {answer.attributions.length > 0 && (
        <p class="attributions">{answer.attributions.map(({ text }) => text).join(" · ")}</p>
      )}
    </>
  );
}

/** What is lost on the way; costs are never clamped, so a provider may also beat the reference (METHOD 2). */
function Loss({ cost, currency, formats }: { cost: string; currency: string; formats: Formats }) {
  const isGain = cost.startsWith("-");
  return (
    <>
      {isGain ? " That beats the mid-market rate by " : " You lose "}
      <strong>{formats.money(isGain ? cost.slice(1) : cost, currency)}</strong>.
    </>
  );
}
