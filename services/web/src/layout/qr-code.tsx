import { encode } from "uqr";

export interface QrCodeProps {
  /** What a camera reads. */
  readonly text: string;
  readonly label: string;
}

/** Light modules around it, without which cameras do not find it. */
const border = 4;

/** Drawn as paths on white, in dark mode too; nothing is loaded for it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: "M", border });
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={modules.join("")} fill="#000" />
    </svg>
  );
}
