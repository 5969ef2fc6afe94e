const everyMs = 10;
const bytesOfMegabyte = 1_048_576;

/** Looks at the bytes this process holds outside of the heap, where bodies are, until it is stopped. */
export function watchMemory(): { stop(): number } {
  const held = () => process.memoryUsage().arrayBuffers / bytesOfMegabyte;
  const before = held();
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, held() - before);
  }, everyMs);
  return {
    /** @returns the most above the beginning, in megabytes. */
    stop() {
      clearInterval(timer);
      return Math.max(most, held() - before);
    },
  };
}
