import { mostPaid } from "@openremit/shared/comparison";
import { readColour } from "../../colours/contrast.ts";
import { rankByMeanCost } from "../../corridor-costs/rank-by-mean-cost.ts";
import { type AmountReading, type CorridorChosen, defaultPay, findCorridor, readAmount } from "../../question/index.ts";
import type { SiteContext } from "../../site/page.ts";
import { PageProblem } from "../../site/page-problem.ts";
import type { Words } from "../../words/words.ts";
import type { OwnColours } from "./judge-colours.ts";

/** `own`: the colours of the host. */
export const looks = ["auto", "light", "dark", "own"] as const;
export type Look = (typeof looks)[number];

/** How wide, in rem; `full`: as wide as the place it stands in. */
export const widths = ["full", "30", "20"] as const;
export type Width = (typeof widths)[number];

/** What somebody wants on their site: `/widget?route=be-ma&pay=200&lang=fr&look=own&text=%23000000`. */
export interface WidgetChoice {
  readonly routes: readonly CorridorChosen[];
  /** In the order in which they are shown; empty: each in the language of the page around it. */
  readonly languages: readonly Words[];
  /** As typed. */
  readonly typed: string;
  readonly reading: AmountReading;
  /** Further amounts for readers to choose from with a tap, as typed. */
  readonly typedMore: string;
  /** null where one of them is none. */
  readonly more: readonly string[] | null;
  readonly look: Look;
  readonly colours: OwnColours;
  readonly width: Width;
}

export const mostRoutes = 3;
const mostAmounts = 6;
/** Those of the widget itself, in the light. */
export const usualColours: OwnColours = { text: "#14201c", ground: "#ffffff", link: "#0a5d4c" };

type ChoiceGround = Pick<SiteContext, "catalog" | "comparison" | "dictionary">;

/** @throws PageProblem 404 for a corridor that is not compared, 400 for a choice that there is not */
export function parseChoice(search: URLSearchParams, site: ChoiceGround): WidgetChoice {
  const routes = readRoutes(search, site);
  const [first] = routes;
  if (first === undefined) throw new PageProblem(404, "problem.no_such_corridor");
  const typed = search.get("pay")?.trim() || defaultPay(first.config);
  const typedMore = search.get("amounts")?.trim() ?? "";
  const read = (text: string) => readAmount(text, first.corridor.sendCurrency, { most: mostPaid });
  return {
    routes,
    languages: readLanguages(search, site),
    typed,
    reading: read(typed),
    typedMore,
    more: readMore(typedMore, read),
    look: oneOf(looks, search.get("look"), "auto"),
    colours: {
      text: colourOf(search.get("text"), usualColours.text),
      ground: colourOf(search.get("ground"), usualColours.ground),
      link: colourOf(search.get("link"), usualColours.link),
    },
    width: oneOf(widths, search.get("width"), "full"),
  };
}

/** The value of a route in the form: `be-ma`, or `be-cd.CDF` where several currencies are paid out. */
export function routeValue({ config, corridor }: CorridorChosen): string {
  return config.receiveCurrencies.length > 1 ? `${corridor.id}.${corridor.receiveCurrency}` : corridor.id;
}

/** Where none is asked for, one with prices: the cheapest, as on the first page. */
function readRoutes(search: URLSearchParams, site: ChoiceGround): CorridorChosen[] {
  const asked = [...new Set(search.getAll("route").filter((value) => value !== ""))].slice(0, mostRoutes);
  const usual = () =>
    rankByMeanCost(site.comparison.corridors({ sort: "cost" }).answer.corridors)[0]?.corridor.id ?? "";
  return (asked.length === 0 ? [usual()] : asked).map((value) => {
    const [id = "", currency = null] = value.split(".");
    return findCorridor(id, currency, site);
  });
}

/** With spaces between them, as a comma may stand within one. */
function readMore(typed: string, read: (text: string) => AmountReading): readonly string[] | null {
  const amounts = typed.split(/[\s;]+/).filter((text) => text !== "");
  const known = amounts.flatMap((text) => read(text).amount ?? []);
  return known.length === amounts.length && known.length <= mostAmounts ? known : null;
}

function readLanguages(search: URLSearchParams, { dictionary }: Pick<SiteContext, "dictionary">): Words[] {
  const asked = new Set(search.getAll("lang"));
  if ([...asked].some((code) => !dictionary.has(code))) throw new PageProblem(400, "problem.no_such_choice");
  return [...dictionary.values()].filter(({ language }) => asked.has(language.code));
}

function colourOf(typed: string | null, usual: string): string {
  if (typed === null || typed.trim() === "") return usual;
  const colour = readColour(typed);
  if (colour === null) throw new PageProblem(400, "problem.no_such_choice");
  return colour;
}

function oneOf<Value extends string>(known: readonly Value[], asked: string | null, usual: Value): Value {
  if (asked === null || asked === "") return usual;
  const found = known.find((one) => one === asked);
  if (found === undefined) throw new PageProblem(400, "problem.no_such_choice");
  return found;
}
