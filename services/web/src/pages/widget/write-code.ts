import { renderToString } from "preact-render-to-string";
import { type EmbedPlace, embedPath } from "../../embed/embed-address.ts";
import { pictureWidth } from "../../embed/picture/sheet-of-marks.ts";
import type { WidgetBundle } from "../../widget/index.ts";
import { element } from "./element.ts";
import { lineColour } from "./judge-colours.ts";
import type { WidgetChoice, Width } from "./parse-choice.ts";
import { type ChosenWidget, widgetTag } from "./widget-tag.ts";
import { pluginSettings, shortcode } from "./wordpress-code.ts";

/** Ways to put it on a page, the best first. */
export const snippetKinds = [
  "script",
  "style",
  "frame",
  "wordpress",
  "wordpress_config",
  "picture",
  "link",
  "text",
] as const;
export type SnippetKind = (typeof snippetKinds)[number];

export interface Snippet {
  readonly kind: SnippetKind;
  /** To be copied as it is. */
  readonly code: string;
}

export interface CodeGround {
  readonly choice: WidgetChoice;
  readonly widgets: readonly ChosenWidget[];
  /** Where the site is, such as https://openremit.example. */
  readonly origin: string;
  readonly bundle: Pick<WidgetBundle, "version" | "path" | "integrity">;
}

/** Pixels of a frame: its sheet of 20 or 30 rem, at the 16 pixels that browsers begin with. */
const frameWidths: Readonly<Record<Width, string>> = { full: "100%", "30": "480", "20": "320" };
const frameHeight = "620";

/** What the host copies. Every text in it is escaped by what writes the pages. */
export function writeCode(ground: CodeGround): Snippet[] {
  const writers: Readonly<Record<SnippetKind, () => string>> = {
    script: () => scriptCode(ground),
    style: () => styleCode(ground.choice),
    frame: () => frameCode(ground),
    wordpress: () => ground.widgets.map((widget) => shortcode(widget, ground.choice)).join("\n"),
    wordpress_config: () => pluginSettings(ground.origin, ground.bundle),
    picture: () => ground.widgets.map((widget) => pictureCode(widget, ground)).join("\n"),
    link: () => ground.widgets.map((widget) => linkCode(widget)).join("\n"),
    text: () => ground.widgets.map((widget) => `${ground.origin}${placeOf(widget, ground, "txt")}`).join("\n"),
  };
  return snippetKinds.map((kind) => ({ kind, code: writers[kind]() })).filter(({ code }) => code !== "");
}

function scriptCode({ choice, widgets, origin, bundle }: CodeGround): string {
  const script = element("script", {
    type: "module",
    src: `${origin}${bundle.path}`,
    integrity: bundle.integrity,
    crossorigin: "anonymous",
    referrerpolicy: "no-referrer",
  });
  return [script, ...widgets.map((widget) => widgetTag(widget, choice))].map((one) => renderToString(one)).join("\n");
}

/** Of the host's own stylesheet: nothing inline, so that a strict policy holds. */
export function styleRules({ look, colours, width }: Pick<WidgetChoice, "look" | "colours" | "width">): string[][] {
  return [
    ...(look === "own"
      ? [
          ["--remit-ink", colours.text],
          ["--remit-ground", colours.ground],
          ["--remit-accent", colours.link],
          ["--remit-line", lineColour(colours)],
        ]
      : []),
    ...(width === "full" ? [] : [["max-inline-size", `${width}rem`]]),
  ];
}

function styleCode(choice: WidgetChoice): string {
  const rules = styleRules(choice).map(([property, value]) => `  ${property}: ${value};`);
  return rules.length === 0 ? "" : ["remit-compare {", ...rules, "}"].join("\n");
}

function frameCode(ground: CodeGround): string {
  const { origin, choice, widgets } = ground;
  const frames = widgets.map((widget) =>
    element("iframe", {
      src: `${origin}${placeOf(widget, ground, "frame")}`,
      title: titleOf(widget),
      width: frameWidths[choice.width],
      height: frameHeight,
      loading: "lazy",
      referrerpolicy: "no-referrer",
    }),
  );
  // Without it a frame scrolls; with it, it is as high as what it shows.
  const helper = element("script", { src: `${origin}/widget/1/resize.js`, defer: "" });
  return [...frames, helper].map((one) => renderToString(one)).join("\n");
}

function pictureCode(widget: ChosenWidget, ground: CodeGround): string {
  const picture = element("img", {
    src: `${ground.origin}${placeOf(widget, ground, "png")}`,
    alt: titleOf(widget),
    width: String(pictureWidth),
  });
  return renderToString(element("a", { href: widget.page }, picture));
}

function linkCode(widget: ChosenWidget): string {
  return renderToString(element("a", { href: widget.page }, titleOf(widget)));
}

function titleOf({ route: { corridor }, words: { t, country } }: ChosenWidget): string {
  return t("corridor.title", { from: country(corridor.sendCountry), to: country(corridor.receiveCountry) });
}

function placeOf({ route, words }: ChosenWidget, { choice }: CodeGround, form: EmbedPlace["form"]): string {
  const { corridor, config } = route;
  return embedPath({
    form,
    id: corridor.id,
    language: words.language.code,
    amount: choice.reading.amount ?? undefined,
    currency: config.receiveCurrencies.length > 1 ? corridor.receiveCurrency : undefined,
    theme: choice.look === "own" ? "light" : choice.look,
  });
}
