import { AxiosHeaders, type AxiosResponse, getAdapter } from "axios";
import { ConfigError, OpenRemitError, SourceHttpError, SourceShapeError } from "../domain/index.ts";
import { type Agents, isGuardRefusal } from "./address-guard.ts";
import type { PlannedRequest } from "./answer.ts";
import { acceptedCodings, decodeBody } from "./content-coding.ts";

export interface RawAnswer {
  readonly status: number;
  readonly body: Buffer;
  header(name: string): string | null;
}

export interface ExchangeOptions {
  readonly userAgent: string;
  readonly agents: Agents;
  /** From the first byte sent to the last byte received. */
  readonly timeoutMs: number;
  /** For the body as received and as decompressed. */
  readonly maxBytes: number;
}

/**
 * axios's own adapter over Node's HTTP, without what `axios.request` puts around it (merged defaults, interceptors,
 * transforms), none of which is used here: it takes half of the time.
 */
const send = getAdapter("http");

/** One request, one answer of whatever status; `address` is where it is really sent. Redirects are not followed. */
export async function exchange(
  request: PlannedRequest,
  address: string,
  { userAgent, agents, timeoutMs, maxBytes }: ExchangeOptions,
): Promise<RawAnswer> {
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(), timeoutMs).unref();
  try {
    const response: AxiosResponse<Buffer> = await send({
      ...agents,
      method: request.method,
      url: address,
      headers: headersOf(request, userAgent),
      data: request.body,
      responseType: "arraybuffer",
      maxRedirects: 0,
      maxContentLength: maxBytes,
      decompress: false,
      proxy: false,
      signal: tooLate.signal,
      validateStatus: null,
    });
    const header = (name: string) => {
      const value: unknown = response.headers[name];
      return typeof value === "string" ? value : null;
    };
    const body = await decodeBody(response.data, header("content-encoding"), maxBytes);
    return { status: response.status, body, header };
  } catch (cause) {
    throw failureOf(cause, request.url, { timeoutMs, maxBytes, isLate: tooLate.signal.aborted });
  } finally {
    clearTimeout(timer);
  }
}

/** What a request says of itself where its adapter says nothing, and who asks. */
function headersOf({ method, headers }: PlannedRequest, userAgent: string): AxiosHeaders {
  const sent = new AxiosHeaders({ Accept: "application/json, text/plain, */*" });
  if (method === "POST") sent.set("Content-Type", "application/x-www-form-urlencoded");
  return sent.set({ ...headers, "User-Agent": userAgent, "Accept-Encoding": acceptedCodings });
}

interface Circumstances {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly isLate: boolean;
}

function failureOf(cause: unknown, url: string, { timeoutMs, maxBytes, isLate }: Circumstances): Error {
  if (cause instanceof OpenRemitError) return cause;
  const message = typeof cause === "object" && cause !== null && "message" in cause ? String(cause.message) : "";
  const { host } = new URL(url);
  if (isGuardRefusal(message)) {
    return new ConfigError(`${host} is not on the public internet; a source in real mode has to be`, {
      cause,
      details: { url },
    });
  }
  if (/^maxContentLength size of /.test(message)) {
    return new SourceShapeError(`${host} answered with more than ${maxBytes} bytes`, {
      cause,
      details: { url, maxBytes },
    });
  }
  const why = isLate ? `took more than ${timeoutMs} ms` : "failed";
  return new SourceHttpError(`the request to ${host} ${why}`, { cause, details: { url } });
}
