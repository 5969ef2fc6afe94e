import type { Page } from "../site/page.ts";
import { home } from "./home/home.tsx";

/** Every page of the site. One folder a page. */
export const pages: readonly Page[] = [home];
