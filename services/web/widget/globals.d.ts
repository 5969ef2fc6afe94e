import type { WidgetGlobals } from "../src/widget/widget-globals.ts";

declare global {
  const widgetLanguages: WidgetGlobals["widgetLanguages"];
  const widgetEnglish: WidgetGlobals["widgetEnglish"];
  const widgetStyle: WidgetGlobals["widgetStyle"];
}
