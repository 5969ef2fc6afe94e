import type { WidgetBundle } from "../../widget/index.ts";
import type { WidgetChoice } from "./parse-choice.ts";
import { type ChosenWidget, widgetAttributes } from "./widget-tag.ts";

/** Of our plugin: the same attributes as the element's. Codes and figures only, so nothing in it needs an escape. */
export function shortcode(widget: ChosenWidget, choice: WidgetChoice): string {
  const said = Object.entries(widgetAttributes(widget, choice)).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${value}"`],
  );
  return `[remit_compare ${said.join(" ")}]`;
}

/** What our plugin reads in wp-config.php. */
export function pluginSettings(
  origin: string,
  { version, integrity }: Pick<WidgetBundle, "version" | "integrity">,
): string {
  const settings = { ORIGIN: origin, VERSION: version, INTEGRITY: integrity };
  return Object.entries(settings)
    .map(([name, value]) => `define( 'REMIT_COMPARE_${name}', '${value}' );`)
    .join("\n");
}
