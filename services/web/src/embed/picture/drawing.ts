/** A picture as marks, in pixels from its upper inline-start corner: mirrored where a language runs from right to left. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** What it is, and everything it says, for whoever cannot see it. */
  readonly title: string;
  readonly description: string;
  readonly marks: readonly Mark[];
}

export interface Area {
  readonly kind: "area";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

export interface Line {
  readonly kind: "line";
  readonly text: string;
  /** Of its start, or its end where it ends there; `y` is where letters stand on. */
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
  readonly size: number;
  readonly bold: boolean;
  readonly fill: string;
}

export type Mark = Area | Line;
