/** `<remit-compare>` in JSX of React 19. Goes beside `remit-compare.d.ts`. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { RemitCompareAttributes, RemitCompareElement } from "./remit-compare.ts";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "remit-compare": DetailedHTMLProps<
        Omit<HTMLAttributes<RemitCompareElement>, keyof RemitCompareAttributes>,
        RemitCompareElement
      > &
        RemitCompareAttributes;
    }
  }
}
