import type { Drawing } from "./drawing.ts";
import type { Fonts } from "./fonts.ts";
import { packPng } from "./pack-png.ts";

/** Pixels of the picture for one of the drawing: sharp on phones. */
export const pngScale = 2;

/** A drawing as PNG. Drawing takes a few milliseconds here; packing, the longer part, happens beside. */
export async function renderPng({ width, height, direction, marks }: Drawing, fonts: Fonts): Promise<Buffer> {
  const canvas = fonts.canvas(width * pngScale, height * pngScale);
  const context = canvas.getContext("2d");
  context.scale(pngScale, pngScale);
  context.direction = direction;
  const isMirrored = direction === "rtl";
  for (const mark of marks) {
    context.fillStyle = mark.fill;
    if (mark.kind === "area") {
      context.fillRect(isMirrored ? width - mark.x - mark.width : mark.x, mark.y, mark.width, mark.height);
    } else {
      fonts.choose(context, mark);
      context.textAlign = mark.anchor;
      context.fillText(mark.text, isMirrored ? width - mark.x : mark.x, mark.y);
    }
  }
  const packed = await packPng({ width: canvas.width, height: canvas.height, rgba: canvas.data() });
  return packed ?? canvas.encode("png");
}
