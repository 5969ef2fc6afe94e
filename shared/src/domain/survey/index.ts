export { type PublishedCost, totalDiffers } from "./total-differs.ts";
export * from "./vocabulary.ts";
