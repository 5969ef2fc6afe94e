export { createWeb, type Web, type WebOptions } from "./create-web.ts";
export { webEnvironment } from "./environment.ts";
export { operatorOf } from "./operator-of.ts";
