interface Place {
  readonly x: number;
  readonly y: number;
}

interface Numbered extends Place {
  readonly text: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Digits at the size the stylesheet gives them, in units of the map. */
const digitWidth = 7.5;
const digitHeight = 13;
/** From the middle of a mark to its number. */
const reach = 6;

/** Where each number's middle stands beside its mark: the first free side, or null where all are taken. */
export function placeNumbers(
  marks: readonly Numbered[],
  others: readonly Place[],
  { width, height }: { readonly width: number; readonly height: number },
): (Place | null)[] {
  const taken: Box[] = [...marks, ...others].map(({ x, y }) => boxAround(x, y, 8, 8));
  const isFree = (box: Box) =>
    box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height && !taken.some((one) => meet(one, box));
  return marks.map(({ x, y, text }) => {
    const wide = text.length * digitWidth;
    const aside = reach + wide / 2;
    const above = reach + digitHeight / 2;
    const sides: Place[] = [
      { x: x + aside, y },
      { x: x - aside, y },
      { x, y: y + above },
      { x, y: y - above },
    ];
    const found = sides.find((side) => isFree(boxAround(side.x, side.y, wide, digitHeight)));
    if (found === undefined) return null;
    taken.push(boxAround(found.x, found.y, wide, digitHeight));
    return { x: Math.round(found.x), y: Math.round(found.y) };
  });
}

function boxAround(x: number, y: number, wide: number, high: number): Box {
  return { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
