import { renderToString } from "preact-render-to-string";
import type { Drawing, Mark } from "./drawing.ts";

/** Fonts of the reader's own: a picture that loads nothing has no other, and every system has these letters. */
const families = "'Noto Sans', 'Noto Sans Arabic', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** A picture as text: no script, no style, nothing loaded from anywhere. */
export function writeSvg(drawing: Drawing): string {
  const { width, height, language, direction, title, description, marks } = drawing;
  return renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      lang={language}
      direction={direction}
      font-family={families}
    >
      <title>{title}</title>
      <desc>{description}</desc>
      {marks.map((mark) => drawMark(mark, drawing))}
    </svg>,
  );
}

function drawMark(mark: Mark, { width, direction }: Drawing) {
  const isMirrored = direction === "rtl";
  if (mark.kind === "area") {
    const x = isMirrored ? width - mark.x - mark.width : mark.x;
    return <rect x={x} y={mark.y} width={mark.width} height={mark.height} fill={mark.fill} />;
  }
  const { text, x, y, anchor, size, bold, fill } = mark;
  return (
    <text
      x={isMirrored ? width - x : x}
      y={y}
      text-anchor={anchor}
      font-size={size}
      font-weight={bold ? 700 : 400}
      fill={fill}
    >
      {text}
    </text>
  );
}
