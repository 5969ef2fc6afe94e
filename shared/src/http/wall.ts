/** What stands between us and an answer. */
export type Wall = "captcha" | "login page";

/** The scripts and frames of the captchas that are in use, and the words their pages have in the title. */
const captchas =
  /g-recaptcha|recaptcha\/(?:api|enterprise)\.js|hcaptcha\.com|cf-turnstile|\/cdn-cgi\/challenge-platform\/|captcha-delivery\.com|px-captcha|awswafcaptcha|_Incapsula_Resource|<title>[^<]*(?:captcha|just a moment|are you (?:a )?(?:human|robot))/i;

/** A form that asks for a password. */
const passwordField = /<input\b[^<>]{0,2000}\btype\s*=\s*["']?password\b/i;

const page = /^\s*(?:<!doctype html|<html)\b/i;
/** A page says at its beginning what it is; this is far beyond any head. */
const lookedAt = 200_000;

/**
 * The wall that a web page is, or null. To be asked about pages that nobody could read, or that came with a status nobody
 * expects: a page that holds its figures may well have a login form beside them.
 */
export function wallIn(body: Buffer): Wall | null {
  const text = body.toString("utf8", 0, lookedAt);
  if (!page.test(text)) return null;
  if (captchas.test(text)) return "captcha";
  return passwordField.test(text) ? "login page" : null;
}

const loginWords = /(?:^|[/._-])(?:log-?in|sign-?in|sso|auth|authorize|account\/session)(?:[/._?-]|$)/i;

/** Whether a redirect leads to a page where one has to log in. */
export function leadsToLogin(location: string | null, from: string): boolean {
  if (location === null || !URL.canParse(location, from)) return false;
  const { hostname, pathname } = new URL(location, from);
  return loginWords.test(pathname) || /^(?:login|signin|sso|auth|accounts?|id)\./i.test(hostname);
}
