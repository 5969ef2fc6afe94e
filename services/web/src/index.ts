export { createWeb, type Web, type WebOptions } from "./create-web.ts";
export { webEnvironment } from "./environment.ts";
export { createOperatorDesk, type OperatorDesk } from "./operator/operator-desk.ts";
export { type OperatorQueues, openOperatorQueues } from "./operator/operator-queues.ts";
export { operatorOf } from "./operator-of.ts";
