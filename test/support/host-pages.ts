import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface HostFile {
  readonly text: string;
  readonly type?: "text/html" | "text/css" | "text/javascript";
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HostPages {
  /** Other than that of the widget. */
  readonly origin: string;
  /** Puts a file under an address; the whole address. */
  put(path: string, file: HostFile): string;
  close(): Promise<void>;
}

/** Somebody else's website. */
export async function openHostPages(): Promise<HostPages> {
  const files = new Map<string, HostFile>();
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? "");
    const { text = "", type = "text/html", headers = {} } = file ?? {};
    response.writeHead(file === undefined ? 204 : 200, { "content-type": `${type}; charset=utf-8`, ...headers });
    response.end(file === undefined ? undefined : text);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    put(path, file) {
      files.set(path, file);
      return `${origin}${path}`;
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface HostPage {
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
  readonly head?: string;
  readonly body: string;
}

export interface Module {
  readonly address: string;
  readonly integrity: string;
}

/** A page as an organisation writes it, with something before and after the widget. */
export function hostPage(
  { address, integrity }: Module,
  { lang = "en", dir = "ltr", head = "", body }: HostPage,
): string {
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>An organisation</title>
${head}
<script type="module" src="${address}" integrity="${integrity}" crossorigin referrerpolicy="no-referrer"></script>
</head>
<body>
<main>
<h1>Sending money home</h1>
${body}
<p>Come to our office on Tuesday.</p>
</main>
</body>
</html>`;
}
