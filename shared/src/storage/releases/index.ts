export { compareReleases, readRelease, readReleases } from "./read-releases.ts";
