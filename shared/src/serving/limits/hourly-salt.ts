import { randomBytes } from "node:crypto";

const hourMs = 3_600_000;
const againAfterMs = 5_000;

/**
 * The salt of the hour, the same object for as long as it holds. Its own until all processes have agreed on one, which
 * takes the time of a question to Redis; while nobody can be asked it stays its own.
 */
export function createHourlySalt(agree: ((hour: number, proposed: Buffer) => Promise<Buffer>) | null) {
  let hour = -1;
  let bytes: Buffer = randomBytes(16);
  let askAgainMs = 0;

  function ask(asked: number): void {
    agree?.(asked, bytes).then(
      (agreed) => {
        if (hour !== asked) return;
        if (!agreed.equals(bytes)) bytes = agreed;
        askAgainMs = Number.POSITIVE_INFINITY;
      },
      () => undefined,
    );
  }

  return (nowMs: number): Buffer => {
    const current = Math.floor(nowMs / hourMs);
    if (current !== hour) {
      hour = current;
      bytes = randomBytes(16);
      askAgainMs = 0;
    }
    if (nowMs >= askAgainMs) {
      askAgainMs = nowMs + againAfterMs;
      ask(current);
    }
    return bytes;
  };
}
