import { residentMiB, type Program } from "./program.ts";

/** The files of a directory, as they were taken along, and what memory the program had meanwhile. */
export interface Taken {
  readonly parts: number;
  readonly mib: number;
  readonly seconds: number;
  readonly firstMiB: number;
  readonly mostMiB: number;
  /** The id of the entry of each host. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Follows the list in JSON, and then that in CSV, from part to part to their ends, so many times. */
export async function takeFilesAlong({ origin, pid }: Program, times: number): Promise<Taken> {
  const residents = [residentMiB(pid)];
  const ids = new Map<string, string>();
  const startedAt = performance.now();
  let [parts, bytes] = [0, 0];
  for (const first of Array.from({ length: times }, () => ["/directory.json", "/directory.csv"]).flat()) {
    for (let next: string | undefined = first; next !== undefined; parts++) {
      const answer: Response = await fetch(new URL(next, origin));
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${next} was answered ${answer.status}`);
      if (first.endsWith(".json")) for (const { domain, id } of entriesIn(text)) ids.set(domain, id);
      bytes += Buffer.byteLength(text);
      residents.push(residentMiB(pid));
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get("Link") ?? "")?.[1];
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return { parts, mib: bytes / 2 ** 20, seconds, firstMiB: residents[0] ?? 0, mostMiB: Math.max(...residents), ids };
}

function entriesIn(json: string): readonly { readonly domain: string; readonly id: string }[] {
  // Parsing at the edge: the list is one of the program that is measured.
  const { entries } = JSON.parse(json) as { entries: readonly { readonly domain: string; readonly id: string }[] };
  return entries.map(({ domain, id }) => ({ domain, id: id.slice(id.lastIndexOf("/") + 1) }));
}
