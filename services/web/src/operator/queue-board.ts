import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { ExpressAdapter } from "@bull-board/express";
import type { JobQueue } from "@openremit/shared/queue";
import type { Express, RequestHandler } from "express";
import helmet from "helmet";

export const boardPath = "/operator/queues";

/** The board is somebody else's program: it brings styles in its elements, and asks for a font elsewhere, which it does not get. */
const boardHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      baseUri: ["'self'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: "deny" },
  referrerPolicy: { policy: "no-referrer" },
});

/** bull-board over all queues: to look at, from files of this site. */
export function createQueueBoard(queues: () => readonly JobQueue<unknown>[]): readonly RequestHandler[] {
  let board: Express | null = null;
  const open = (): Express => {
    const serverAdapter = new ExpressAdapter().setBasePath(boardPath);
    createBullBoard({
      queues: queues().map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
      serverAdapter,
      options: { uiConfig: { boardTitle: "OpenRemit", hideRedisDetails: true } },
    });
    const app: Express = serverAdapter.getRouter();
    app.disable("x-powered-by");
    // Express would print the stack of what the board cannot say.
    app.set("env", "production");
    return app;
  };
  const readOnly: RequestHandler = (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") next();
    else response.status(405).set("allow", "GET, HEAD").end();
  };
  const show: RequestHandler = (request, response, next) => {
    board ??= open();
    board(request, response, next);
  };
  return [boardHeaders, readOnly, show];
}
