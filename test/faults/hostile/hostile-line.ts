import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";

const megabyte = 1_048_576;
const bombMegabytes = 1_024;
const json = { "content-type": "application/json" };
const zeros = Buffer.alloc(megabyte);

/** A gigabyte as a megabyte: members of a gzip file that follow each other unpack to one whole. */
const member = gzipSync(zeros);
const bomb = Buffer.concat(Array.from({ length: bombMegabytes }, () => member));

type Misbehave = (response: ServerResponse, origin: string) => void;

/** What a source may do to whoever asks it. */
const hostileWays = {
  "one byte a second": (response) => {
    response.writeHead(200, json);
    const drip = setInterval(() => response.write("{"), 1_000);
    response.write("{");
    response.on("close", () => clearInterval(drip));
  },
  "1 GB": (response) => {
    response.writeHead(200, json);
    const pieces = Readable.from(Array.from({ length: bombMegabytes }, () => zeros));
    pipeline(pieces, response).catch(() => undefined);
  },
  "gzip bomb of 1 GB": (response) => {
    response.writeHead(200, { ...json, "content-encoding": "gzip" }).end(bomb);
  },
  "redirect to loopback": (response, origin) => {
    response.writeHead(302, { location: `${origin}/inside` }).end();
  },
  "redirect to the metadata address": (response) => {
    response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end();
  },
} as const satisfies Readonly<Record<string, Misbehave>>;
export type HostileWay = keyof typeof hostileWays;

/** Stands between us and the simulated sources, passes on what is asked, and answers for one of them as it likes. */
export async function openHostileLine() {
  const state = { sandboxUrl: "", source: "", way: null as HostileWay | null, insideAsked: 0 };
  const server = createServer((asked, response) => {
    const { url = "/" } = asked;
    if (url.startsWith("/inside")) state.insideAsked += 1;
    const isPrice = url.startsWith(`/${state.source}/`) && !url.endsWith("/robots.txt");
    if (state.way !== null && isPrice) hostileWays[state.way](response, origin);
    else pass(`${state.sandboxUrl}${url}`, asked, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    state,
    origin,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pass(url: string, asked: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = asked;
  const passed = request(url, { method, headers }, (said) => {
    response.writeHead(said.statusCode ?? 502, said.headers);
    said.pipe(response);
  });
  passed.on("error", () => response.destroy());
  asked.pipe(passed);
}
