import { openBrowser } from "../../support/open-browser.ts";

/**
 * A cheap phone on a bad line: a quarter of this machine's speed, 400 kbit/s both ways, 400 ms for every answer. Chromium
 * delays answers and not handshakes: a first visit over TLS takes two more round trips.
 */
const slowCpu = { rate: 4 };
const slowLine = {
  offline: false,
  latency: 400,
  downloadThroughput: 400_000 / 8,
  uploadThroughput: 400_000 / 8,
};
const visits = 5;

export interface FirstView {
  /** Median of several visits with nothing cached, from the tap to the first text, in milliseconds. */
  readonly paintedMs: number;
  /** Bytes over the wire of everything a first visit loads. */
  readonly bytes: number;
}

export async function measureFirstView(url: string): Promise<FirstView> {
  const browser = await openBrowser();
  try {
    const seen: FirstView[] = [];
    for (let index = 0; index < visits; index += 1) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
      const page = await context.newPage();
      const device = await context.newCDPSession(page);
      let bytes = 0;
      device.on("Network.loadingFinished", ({ encodedDataLength }) => {
        bytes += encodedDataLength;
      });
      await device.send("Network.enable");
      await device.send("Network.emulateNetworkConditions", slowLine);
      await device.send("Emulation.setCPUThrottlingRate", slowCpu);
      await page.goto(url);
      const painted = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]);
      const paintedMs = await painted.evaluate((entry) => entry?.startTime ?? Number.POSITIVE_INFINITY);
      seen.push({ paintedMs, bytes });
      await context.close();
    }
    seen.sort((one, other) => one.paintedMs - other.paintedMs);
    return seen[Math.floor(visits / 2)] ?? { paintedMs: Number.POSITIVE_INFINITY, bytes: 0 };
  } finally {
    await browser.close();
  }
}
