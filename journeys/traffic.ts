import type { Page } from "@playwright/test";

/** What a page asks of the network and says to the console since it was last forgotten. */
export interface Traffic {
  readonly complaints: readonly string[];
  /** Each host that was asked, once. */
  readonly hosts: () => readonly string[];
  /** What was asked for, the stream by which the page later hears of changes among it. */
  readonly requests: () => number;
  /** Bytes as they came over the wire, headers included. */
  readonly bytes: () => number;
  readonly forget: () => void;
}

/** Listens to all that `page` asks for, as to a browser that comes for the first time and keeps nothing. */
export async function watchTraffic(page: Page): Promise<Traffic> {
  const asked: string[] = [];
  const complaints: string[] = [];
  let bytes = 0;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:") asked.push(url.host);
  });
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.setCacheDisabled", { cacheDisabled: true });
  wire.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return {
    complaints,
    hosts: () => [...new Set(asked)],
    requests: () => asked.length,
    bytes: () => bytes,
    forget: () => {
      asked.length = 0;
      complaints.length = 0;
      bytes = 0;
    },
  };
}
