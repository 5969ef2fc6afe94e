import type { OffersAnswer } from "@openremit/shared/contracts";
import type { ComponentChild } from "preact";
import { type CorridorQuestion, offersQuestionOf, parseCorridorQuestion, questionQuery } from "../../question/index.ts";
import type { Page, PageView } from "../../site/page.ts";
import { SheetTools } from "./sheet-tools.tsx";

/** What is printed about a corridor. */
export interface CorridorSheetProps {
  readonly answer: OffersAnswer;
  /** Whole address of the corridor's page, to be scanned; null where it is not known. */
  readonly address: string | null;
}

export interface CorridorSheetKind {
  readonly name: "poster" | "leaflet";
  readonly frame: PageView["frame"] & string;
  draw(props: CorridorSheetProps): ComponentChild;
}

/** The page of a sheet that an association prints for one corridor, for an amount that somebody pays. */
export function corridorSheet({ name, frame, draw }: CorridorSheetKind): Page {
  return {
    path: `/:corridor/${name}`,
    async answer({ words, params, search, origin }, site) {
      const question = parseCorridorQuestion(params, onlyPaid(search), site);
      const { answer, ...life } = await site.comparison.offers(offersQuestionOf(question, words));
      const { corridor } = question;
      // Only what was asked: the shorter an address, the larger the squares of its picture, and the sooner it is typed.
      const asked = Object.entries(questionQuery(question)).filter(([name]) => search.has(name));
      const path = words.href(`/${corridor.id}`, Object.fromEntries(asked));
      const address = origin.url === null ? null : `${origin.url}${path}`;
      return {
        kind: "page",
        title: titleOf(name, question, words),
        body: (
          <>
            <SheetTools
              path={`/${corridor.id}/${name}`}
              question={question}
              languages={[...site.dictionary.values()].map(({ language }) => language)}
            />
            {draw({ answer, address })}
          </>
        ),
        // An address that one client made up is no address for others.
        life: origin.isSure ? life : null,
        frame,
        styles: ["kit"],
      };
    },
  };
}

/** A wall asks what arrives for a budget, never the other way round. */
function onlyPaid(search: URLSearchParams): URLSearchParams {
  const kept = ["pay", "currency"].flatMap((name) => search.getAll(name).map((value) => [name, value]));
  return new URLSearchParams(kept);
}

function titleOf(
  name: CorridorSheetKind["name"],
  { corridor: { sendCountry, receiveCountry } }: CorridorQuestion,
  { t, country }: Parameters<Page["answer"]>[0]["words"],
): string {
  return t(`kit_title.${name}`, { from: country(sendCountry), to: country(receiveCountry) });
}
