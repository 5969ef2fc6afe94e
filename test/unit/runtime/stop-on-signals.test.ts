import { EventEmitter } from "node:events";
import { describe, expect, it } from "@jest/globals";
import { type StopReport, stopOnSignals } from "@openremit/shared/runtime";

function scene(stop: () => Promise<StopReport>) {
  const exits: number[] = [];
  const source = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) });
  let stops = 0;
  const lifecycle = {
    stop() {
      stops += 1;
      return stop();
    },
  };
  const forget = stopOnSignals(lifecycle, source);
  return { source, exits, forget, stops: () => stops };
}
const clean: StopReport = { clean: true, unfinished: [] };

describe("stopOnSignals", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"])("stops once on %s and exits 0", async (signal) => {
    const { source, exits, stops } = scene(async () => clean);
    source.emit(signal, signal);
    await new Promise(setImmediate);
    expect({ exits, stops: stops() }).toEqual({ exits: [0], stops: 1 });
  });

  it("exits 1 when something did not stop cleanly", async () => {
    const { source, exits } = scene(async () => ({ clean: false, unfinished: ["api"] }));
    source.emit("SIGTERM", "SIGTERM");
    await new Promise(setImmediate);
    expect(exits).toEqual([1]);
  });

  it("exits at once with 130 on a second Ctrl-C", () => {
    const { source, exits, stops } = scene(() => new Promise(() => {}));
    source.emit("SIGINT", "SIGINT");
    source.emit("SIGINT", "SIGINT");
    expect({ exits, stops: stops() }).toEqual({ exits: [130], stops: 1 });
  });

  it("listens no more after it was told to forget", () => {
    const { source, forget } = scene(async () => clean);
    forget();
    expect(source.eventNames()).toEqual([]);
  });
});
