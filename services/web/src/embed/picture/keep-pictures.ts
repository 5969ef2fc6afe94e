import type { Drawing } from "./drawing.ts";
import { type Fonts, loadFonts } from "./fonts.ts";
import { renderPng } from "./render-png.ts";

/** Each some 60 kB. */
const mostKept = 150;
/** A second of work; whoever comes then is asked to come again. */
const mostWaiting = 25;

/** A moment's crowd: pictures are made one after the other, so that they never take more than one processor. */
export class PicturesBusyError extends Error {
  constructor() {
    super("too many pictures are being drawn");
    this.name = "PicturesBusyError";
  }
}

export type Pictures = ReturnType<typeof createPictures>;

/** Pictures as bytes: the same drawing is rendered once, however often and at once it is asked for. */
export function createPictures(render: (drawing: Drawing, fonts: Fonts) => Promise<Buffer> = renderPng) {
  const kept = new Map<string, Promise<Buffer>>();
  let fonts: Fonts | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  function loadedFonts(): Fonts {
    fonts ??= loadFonts();
    return fonts;
  }

  function make(drawing: Drawing): Promise<Buffer> {
    if (waiting >= mostWaiting) throw new PicturesBusyError();
    waiting += 1;
    const made = last.then(() => render(drawing, loadedFonts()));
    last = made.then(
      () => (waiting -= 1),
      () => (waiting -= 1),
    );
    return made;
  }

  return {
    fonts: loadedFonts,
    /** @throws PicturesBusyError where too many wait already */
    async png(drawing: Drawing): Promise<Buffer> {
      const key = JSON.stringify(drawing);
      const picture = kept.get(key) ?? make(drawing);
      kept.delete(key);
      kept.set(key, picture);
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) break;
        kept.delete(oldest);
      }
      picture.catch(() => kept.delete(key));
      return picture;
    },
  };
}
