import type { ApiProcess } from "../api/open-api-process.ts";

export interface Watched<Value> {
  readonly value: Value;
  /** Resident megabytes above what the process held at rest, over time. */
  readonly megabytes: readonly number[];
}

const everyMs = 200;
const bytesOfMegabyte = 1_048_576;

/** Looks at the API's memory while something is done with it. */
export async function watchMemory<Value>(
  api: ApiProcess,
  restingBytes: number,
  work: () => Promise<Value>,
): Promise<Watched<Value>> {
  const megabytes: number[] = [];
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      const { residentBytes } = await api.readFigures();
      megabytes.push((residentBytes - restingBytes) / bytesOfMegabyte);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  try {
    return { value: await work(), megabytes };
  } finally {
    isDone = true;
    await watching;
  }
}

const columns = 60;
const scale = [120, 90, 60, 30, 0];

/** The curve as text: time from left to right, megabytes above rest upwards. */
export function plotMemory(title: string, megabytes: readonly number[]): string {
  const highest = Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * megabytes.length) / columns);
    const to = Math.max(from + 1, Math.floor(((column + 1) * megabytes.length) / columns));
    return Math.max(...megabytes.slice(from, to), 0);
  });
  const lines = scale.map((level, row) => {
    const upper = scale[row - 1] ?? Number.POSITIVE_INFINITY;
    const marks = highest.map((value) => (value >= level && value < upper ? "*" : " "));
    return `  ${String(level).padStart(4)} |${marks.join("")}`;
  });
  return [`  ${title}, MB above rest`, ...lines, `       +${"-".repeat(columns)}> time`, ""].join("\n");
}
