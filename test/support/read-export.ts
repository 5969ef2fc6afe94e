import { type IncomingHttpHeaders, request } from "node:http";

export interface ReadFile {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly trailers: NodeJS.Dict<string>;
  readonly body: Buffer;
  /** Whether the answer ended as HTTP says it must. */
  readonly isWhole: boolean;
}

/** Asks for a file with trailing headers and all, which fetch does not tell. */
export function readFile(
  url: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<ReadFile> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers }, (response) => {
      const pieces: Buffer[] = [];
      const settle = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          trailers: response.trailers,
          body: Buffer.concat(pieces),
          isWhole: response.complete,
        });
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("error", () => undefined);
      response.on("close", settle);
    });
    asking.on("error", reject);
    asking.end();
  });
}
