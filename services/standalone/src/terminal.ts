import { type Options, Presets, SingleBar } from "cli-progress";

/** Says what is going on, in lines, and in a bar where there is a terminal to draw it on. */
export interface Terminal {
  /** What strangers wrote may stand in it: characters that would drive the terminal are shown as `�`. */
  say(line: string): void;
  /** A step with its time: `✓ Redis and PostgreSQL (0.9 s)`. */
  step<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  progress(name: string, total: number): Progress;
}

export interface Progress {
  advance(what: string): void;
  /** Says what is going on within the step, where there is a bar to say it on. */
  note(what: string): void;
  done(): void;
}

/** A line that is said while a bar is drawn takes the bar's place. */
const eraseLine = "\r\u001b[K";
/** Control characters but for line breaks, and what turns the direction of the text around it. */
const driving = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu;

type Out = NodeJS.WritableStream & { readonly isTTY?: boolean };

export function createTerminal(out: Out, now: () => number): Terminal {
  let bar: Progress | null = null;
  const say = (line: string) => {
    out.write(`${bar === null ? "" : eraseLine}${line.replaceAll(driving, "\uFFFD")}\n`);
  };
  // A terminal that was closed hears nothing more; what runs still has to stop in order.
  out.on("error", () => undefined);
  return {
    say,
    async step(name, work) {
      const started = now();
      const result = await work();
      say(`  ✓ ${name} (${((now() - started) / 1_000).toLocaleString("en", { maximumFractionDigits: 1 })} s)`);
      return result;
    },
    progress(name, total) {
      if (!out.isTTY) return countInLines(say, name, total);
      const drawn = drawBar(out, name, total);
      bar = drawn;
      return {
        ...drawn,
        done: () => {
          drawn.done();
          bar = null;
        },
      };
    },
  };
}

function drawBar(out: Out, name: string, total: number): Progress {
  const options: Options = {
    stream: out,
    format: `  ${name} {bar} {value}/{total}  {what}`,
    hideCursor: true,
    clearOnComplete: true,
    // What is said meanwhile takes the bar's line: it comes back below.
    forceRedraw: true,
  };
  const bar = new SingleBar(options, Presets.shades_classic);
  bar.start(total, 0, { what: "" });
  return {
    advance: (what) => bar.increment(1, { what }),
    note: (what) => bar.update({ what }),
    done: () => bar.stop(),
  };
}

/** A line at every tenth, for logs. */
function countInLines(say: (line: string) => void, name: string, total: number): Progress {
  const every = Math.max(1, Math.ceil(total / 10));
  let count = 0;
  return {
    advance: () => {
      count += 1;
      if (count % every === 0 || count === total) say(`  ${name} ${count}/${total}`);
    },
    note: () => undefined,
    done: () => undefined,
  };
}
