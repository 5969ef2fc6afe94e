export { createWeb, type Web, type WebOptions } from "./create-web.ts";
export { operatorOf } from "./operator-of.ts";
