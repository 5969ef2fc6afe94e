export { loadWidgetAssets, type Release, readReleases, releasePath } from "./widget-assets.ts";
export {
  integrityOf,
  type WidgetBundle,
  widgetBundle,
  widgetLine,
  widgetVersion,
} from "./widget-bundle.ts";
export { loadWidgetWords } from "./widget-words.ts";
