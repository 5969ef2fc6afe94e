import { InputError } from "@openremit/shared/domain";
import type { HoldsKey } from "@openremit/shared/storage";
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from "express";
import type { ComponentChild } from "preact";
import type { Answering } from "../site/answer-page.ts";
import { comesFromHere } from "../site/comes-from-here.ts";
import { problemOf } from "../site/problem-of.ts";
import { formOf, readForm } from "../site/read-form.ts";
import { securityHeaders } from "../site/security-headers.ts";
import { type ActionName, actionNames, actions, doAction, wordsOfDone } from "./actions.ts";
import type { OperatorDesk } from "./operator-desk.ts";
import { boardPath, createQueueBoard } from "./queue-board.ts";
import { clearSessionCookie, sessionCookieOf, setSessionCookie } from "./session-cookie.ts";
import type { Session, Sessions } from "./sessions.ts";
import { findOperator } from "./sign-in.ts";
import { renderOperatorPage } from "./view/operator-document.tsx";
import { OverviewBody } from "./view/overview.tsx";
import { SignIn } from "./view/sign-in.tsx";

export interface Operating {
  readonly desk: OperatorDesk;
  readonly sessions: Sessions;
  /** Whether whoever asks may try one more key in this hour. */
  readonly mayTry: (request: Request) => Promise<boolean>;
}

interface SignedIn {
  readonly session: Session;
  readonly holder: HoldsKey;
}

const home = "/operator";
const formName = "operator sign-in";

/** The operator's pages: behind a key, kept by nobody, complete without JavaScript but for the board of queues. */
export function mountOperator(app: Express, operating: Operating, answering: Answering): void {
  const { desk, sessions, mayTry } = operating;
  const { site, assets, originOf } = answering;
  const isSecure = (request: Request) => originOf(request).url?.startsWith("https:") ?? false;

  function send(response: Response, status: number, title: string, body: ComponentChild): void {
    const html = renderOperatorPage({ title, assets, simulated: site.mode === "simulated", children: body });
    response.status(status).type("html").send(html);
  }

  function askToSignIn(response: Response, status: number, problem: string | null): void {
    const token = site.formTokens.issue(formName);
    send(response, status, "Sign in", <SignIn problem={problem} token={token} />);
  }

  /** A key that was revoked meanwhile ends its sessions. */
  async function signedIn(request: Request): Promise<SignedIn | null> {
    const session = sessions.read(sessionCookieOf(request));
    const holder = session && (await desk.holderOf(session.keyId));
    return session && holder ? { session, holder } : null;
  }

  async function show(response: Response, by: SignedIn, status: number, done: string | null, problem: string | null) {
    const { session, holder } = by;
    const overview = await desk.overview();
    const body = <OverviewBody {...{ overview, holder, csrf: session.csrf, done, problem }} />;
    send(response, status, "How this copy is doing", body);
  }

  /** For what changes something: signed in, from a form of ours. */
  async function admit(request: Request, response: Response): Promise<(SignedIn & { form: URLSearchParams }) | null> {
    const by = await signedIn(request);
    const form = formOf(request);
    if (by === null) {
      askToSignIn(response, 401, "Your hour is over. Nothing was done. Please sign in again.");
      return null;
    }
    if (comesFromHere(request) && sessions.isOwn(by.session, form.get("csrf"))) return { ...by, form };
    await show(response, by, 403, null, "That did not come from this page. Nothing was done.");
    return null;
  }

  const act = (action: ActionName) => async (request: Request, response: Response) => {
    const admitted = await admit(request, response);
    if (admitted === null) return;
    const { holder, form } = admitted;
    try {
      await doAction(action, form, holder.keyId, desk);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await show(response, admitted, 400, null, error.message);
      return;
    }
    const about = { action, keyId: holder.keyId, source: form.get("source"), runId: form.get("run") };
    site.logger.info(about, "an operator decided");
    response.redirect(303, `${home}?done=${actions[action].done}`);
  };

  const behindSession: RequestHandler = async (request, response, next) => {
    if ((await signedIn(request)) !== null) next();
    else askToSignIn(response, 401, null);
  };

  app.use(home, (_request, response, next) => {
    response.set({ "cache-control": "no-store", "x-robots-tag": "noindex, nofollow" });
    next();
  });
  app.use(home, securityHeaders);
  app.use(boardPath, behindSession, ...createQueueBoard(desk.queues.all));
  app.get(home, async (request, response) => {
    const by = await signedIn(request);
    const { searchParams } = new URL(request.originalUrl, "http://site");
    if (by === null) askToSignIn(response, 200, null);
    else await show(response, by, 200, wordsOfDone(searchParams.get("done")), null);
  });
  app.post(`${home}/sign-in`, readForm, async (request, response) => {
    const form = formOf(request);
    const verdict = site.formTokens.judge(form.get("token") ?? "", formName);
    if (!comesFromHere(request) || verdict === "foreign" || verdict === "expired") {
      askToSignIn(response, 403, "This form is too old, or not from here. Please send it again.");
      return;
    }
    if (!(await mayTry(request))) return askToSignIn(response, 429, "Too many tries. Wait an hour.");
    const found = await findOperator(form.get("key") ?? "", site.keyRing);
    if ("problem" in found) {
      site.logger.warn({ why: found.why }, "somebody could not sign in as an operator");
      return askToSignIn(response, found.status, found.problem);
    }
    setSessionCookie(response, sessions.issue(found.key.keyId), isSecure(request));
    site.logger.info({ keyId: found.key.keyId }, "an operator signed in");
    response.redirect(303, home);
  });
  app.post(`${home}/sign-out`, readForm, async (request, response) => {
    if ((await admit(request, response)) === null) return;
    clearSessionCookie(response, isSecure(request));
    response.redirect(303, home);
  });
  for (const action of actionNames) app.post(`${home}/${action}`, readForm, act(action));
  app.use(home, (_request, response) => send(response, 404, "No such page", <p>Go back to the operator's page.</p>));
  app.use(home, sayFailure(site, send));
}

type Send = (response: Response, status: number, title: string, body: ComponentChild) => void;

/** Express knows an error handler by its four parameters. */
function sayFailure({ logger }: Answering["site"], send: Send): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const { status } = problemOf(error);
    if (status >= 500) logger.error({ err: error }, "the operator's page failed");
    if (response.headersSent) return void response.destroy();
    if (status < 500) return send(response, status, "Not taken", <p>That cannot be read. Nothing was done.</p>);
    send(response, 503, "Not at the moment", <p>The record cannot be read. The log says why.</p>);
  };
}
