import { openConnections } from "./http-connections.ts";
import { median, percentile } from "./numbers.ts";
import type { Home } from "./program.ts";

/** How a server took over lists, and what others noticed of it. */
export interface TakenOver {
  readonly seconds: number;
  /** What its page said on the way: `2,000 of 5,000 places`. */
  readonly progress: readonly string[];
  /** Milliseconds that a visitor waited meanwhile for a page of the directory. */
  readonly visitorMs: { readonly p50: number; readonly p95: number; readonly most: number };
}

/** So long nothing is waited for. */
const LONGEST_MS = 900_000;

/** Sends lists by the form, one after the other, as an operator does, and looks at their progress until all is there. */
export async function takeOverLists(home: Home, cookie: string, lists: readonly string[]): Promise<TakenOver> {
  const watch = watchAsVisitor(home);
  const startedAt = performance.now();
  for (const [place, list] of lists.entries()) await sendList(home, cookie, `list ${place}`, list);
  const progress = new Set<string>();
  for (;;) {
    const page = await pageOf(home, cookie, "/directory/lists/progress");
    for (const said of page.match(/[\d,]+ of [\d,]+ places/g) ?? []) progress.add(said);
    if (!page.includes("See how far it has come")) break;
    if (performance.now() - startedAt > LONGEST_MS) throw new Error("the lists never end");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const waited = await watch.end();
  const visitorMs = { p50: median(waited), p95: percentile(waited, 95), most: Math.max(...waited) };
  return { seconds, progress: [...progress], visitorMs };
}

async function sendList(home: Home, cookie: string, called: string, list: string): Promise<void> {
  const page = await pageOf(home, cookie, "/directory/lists/new");
  const [, token = ""] = /name="form-token" value="([^"]+)"/.exec(page) ?? [];
  const form = new FormData();
  for (const [name, value] of Object.entries({ "form-token": token, from: "given", called, list }))
    form.set(name, value);
  const headers = { Accept: "text/html", Cookie: cookie, Origin: home.origin.origin };
  const request = { method: "POST", headers, body: form, redirect: "manual" } as const;
  const sent = await fetch(new URL("/directory/lists", home.origin), request);
  if (sent.status !== 303) throw new Error(`the list was answered ${sent.status}`);
}

async function pageOf({ origin }: Home, cookie: string, path: string): Promise<string> {
  const headers = { Accept: "text/html", "Accept-Language": "en", Cookie: cookie };
  return (await fetch(new URL(path, origin), { headers })).text();
}

/** Somebody who opens a page of the directory ten times a second; one who waits longer is late for the next one. */
function watchAsVisitor({ origin }: Home): { end(): Promise<readonly number[]> } {
  const connections = openConnections(origin.hostname, Number(origin.port), 1);
  const request = Buffer.from(
    `GET /directory?country=IT HTTP/1.1\r\nHost: ${origin.host}\r\nAccept: text/html\r\n\r\n`,
  );
  const waited: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const askedAt = performance.now();
      const { doneAt, status } = await connections.send(request);
      if (status !== 200) throw new Error(`the directory was answered ${status}`);
      waited.push(doneAt - askedAt);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    end: async () => {
      isOver = true;
      await watching;
      connections.close();
      return waited;
    },
  };
}
