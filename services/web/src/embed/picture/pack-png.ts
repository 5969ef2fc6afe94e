import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and an alpha that is not looked at: four bytes a pixel. */
  readonly rgba: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;
const bucketCount = 4_096;

/**
 * An opaque picture of few colours as PNG with a palette (ISO/IEC 15948): a quarter of what four bytes a pixel weigh, for
 * whoever pays for each megabyte. Shades at the edges of letters are joined with their neighbours; the large grounds keep
 * their very colour. Packing happens beside, on another thread, which no library does.
 *
 * @returns null where there are too many colours for a palette
 */
export async function packPng({ width, height, rgba }: Pixels): Promise<Buffer | null> {
  const colourOf = chooseColours(rgba);
  const palette: number[] = [];
  const places = new Int16Array(bucketCount).fill(-1);
  const rows = Buffer.alloc(height * (width + 1));
  let at = 0;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    // Each row begins with its filter: none.
    if (pixel % width === 0) at += 1;
    const bucket = bucketOf(rgba, pixel * 4);
    let place = places[bucket] ?? -1;
    if (place === -1) {
      if (palette.length === mostColours * 3) return null;
      place = palette.length / 3;
      places[bucket] = place;
      const colour = colourOf[bucket] ?? 0;
      palette.push(colour >> 16, (colour >> 8) & 0xff, colour & 0xff);
    }
    rows[at] = place;
    at += 1;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, by a palette.
  header.set([8, 3], 8);
  const data = await promisify(deflate)(rows, { level: 6 });
  const parts = [chunk("IHDR", header), chunk("PLTE", Buffer.from(palette)), chunk("IDAT", data)];
  return Buffer.concat([signature, ...parts, chunk("IEND", Buffer.alloc(0))]);
}

/** Colours that look alike: the same upper four bits in red, green and blue. */
function bucketOf(rgba: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0] = [rgba[at], rgba[at + 1], rgba[at + 2]];
  return ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
}

/** Of the colours of a bucket the one that is seen most in a row: the ground before what is laid over it. */
function chooseColours(rgba: Uint8Array): Uint32Array {
  const chosen = new Uint32Array(bucketCount);
  const longest = new Uint32Array(bucketCount);
  let [last, run] = [-1, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
    run = colour === last ? run + 1 : 1;
    last = colour;
    const bucket = bucketOf(rgba, at);
    if (run > (longest[bucket] ?? 0)) {
      longest[bucket] = run;
      chosen[bucket] = colour;
    }
  }
  return chosen;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
