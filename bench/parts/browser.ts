import { chromium, type Browser, type CDPSession } from "@playwright/test";
import configuration from "../../playwright.config.ts";

/** What one page costs a visitor who comes for the first time. */
export interface Visit {
  readonly requests: number;
  /** Over the network, headers and all. */
  readonly bytes: number;
  /** Largest Contentful Paint, in milliseconds since the visit began. */
  readonly largestPaintMs: number;
}

const SLOWER_TIMES = 4;
const BYTES_PER_SECOND = 1_600_000 / 8;
const ROUND_TRIP_MS = 150;

/** The browser of the journeys. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(configuration.use?.launchOptions);
}

/** Visits a page as on an old phone, four times slower and on a line of 1.6 Mbit/s, with an empty cache, until nothing more is loaded. */
export async function visit(browser: Browser, url: URL, cookie?: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const [name = "", value = ""] = cookie?.split("=") ?? [];
    if (cookie !== undefined) await context.addCookies([{ name, value, url: url.origin }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = await watchTraffic(session);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_TIMES });
    await page.goto(url.href, { waitUntil: "networkidle" });
    const largestPaintMs = await page.evaluate(lastLargestPaint);
    return { ...traffic(), largestPaintMs };
  } finally {
    await context.close();
  }
}

async function watchTraffic(session: CDPSession): Promise<() => Pick<Visit, "requests" | "bytes">> {
  let requests = 0;
  let bytes = 0;
  session.on("Network.requestWillBeSent", ({ request }) => {
    if (request.url.startsWith("http")) requests += 1;
  });
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: ROUND_TRIP_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  return () => ({ requests, bytes });
}

/** Runs in the page. */
function lastLargestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });
}
