import type { Readable } from "node:stream";
import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";

/** An archive of which single files are read as streams: the archive itself is never in memory. */
export interface Zip {
  has(name: string): boolean;
  /** Bytes of a file as it is read; 0 where there is none. */
  sizeOf(name: string): number;
  /** The text of a file in pieces; nothing where there is no such file. */
  read(name: string): AsyncIterable<string>;
  close(): void;
}

export async function openZip(path: string): Promise<Zip> {
  const file = await openFile(path);
  const entries = await listEntries(file);
  const open = promisify<Entry, Readable>((entry, done) => file.openReadStream(entry, done));
  return {
    has: (name) => entries.has(name),
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    async *read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return;
      const stream = await open(entry);
      yield* stream.setEncoding("utf8");
    },
    close: () => file.close(),
  };
}

function openFile(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, file) => (error ? reject(error) : resolve(file)));
  });
}

function listEntries(file: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    file.on("error", reject);
    file.on("end", () => resolve(entries));
    file.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.readEntry();
  });
}
