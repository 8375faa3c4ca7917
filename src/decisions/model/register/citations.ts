/** What can cite a decision as a precedent. */
export type CitingKind = "post" | "proposal" | "consent" | "decision";

/** More in one text is a list, not an argument. */
const mostCited = 10;

const address = /https?:\/\/[^\s/<>()"']+\/decisions\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g;

/**
 * The ids of the decisions whose addresses stand in a text, each once; whether they exist here is not asked, since an id is
 * nobody else's. `decisionsNamedIn("as in https://gather.example/decisions/0190…")` is `["0190…"]`.
 */
export function decisionsNamedIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(address)].flatMap(([, id]) => (id === undefined ? [] : [id])))].slice(
    0,
    mostCited,
  );
}
