import type { Json } from "../src/kernel/base/canonical-json.ts";
import type { Sharing } from "../src/directory/index.ts";

/** A directory on another server, as far as it is heard: it tells what a test wants, a few changes at a time. */
export interface DirectoryElsewhere {
  readonly host: string;
  readonly uri: string;
  /** What it tells; a test may put anything in. */
  readonly changes: Json[];
  /** How many it tells at once. */
  atOnce: number;
  /** Whether anybody answers. */
  isAway: boolean;
  /** A change by which it says something of a place. */
  said(
    number: number,
    domain: string,
    field: string,
    value: Json,
    more?: { readonly [name: string]: Json },
  ): { readonly [name: string]: Json };
  /** Changes as they are sent, after a number. */
  sent(after: number, changes: readonly Json[], more?: { readonly [name: string]: Json }): SentChanges;
}

/** The input of hearing what was sent. */
export interface SentChanges {
  readonly uri: string;
  readonly after: number;
  readonly content: string;
  readonly octets: number;
}

/** A directory at this host. */
export function directoryElsewhere(host: string): DirectoryElsewhere {
  const uri = `https://${host}/actors/directory`;
  const at = "2026-11-01T12:00:00Z";
  return {
    host,
    uri,
    changes: [],
    atOnce: 3,
    isAway: false,
    said: (number, domain, field, value, more = {}) => ({
      number,
      type: "claim-said",
      at,
      entry: `https://${host}/directory/${domain}`,
      domain,
      field,
      claimId: `claim-${number}`,
      replaces: null,
      claim: {
        value,
        basis: "attested",
        by: "person",
        at,
        asOf: null,
        sources: ["https://wiki.example/"],
        certainty: "high",
        doubt: null,
        note: null,
      },
      ...more,
    }),
    sent: (after, changes, more = {}) => {
      const last = changes.map(numberOf).at(-1) ?? after;
      const content = JSON.stringify({ actor: uri, after, changes, last, ...more });
      return { uri, after, content, octets: content.length };
    },
  };
}

/** The ways to these directories, and to no others. */
export function sharingWith(directories: readonly DirectoryElsewhere[]): Sharing {
  return {
    find: async (typed) => {
      const found = directories.find(({ host }) => host === typed);
      if (found === undefined) return "no-directory-there";
      if (found.isAway) return "directory-away";
      return { uri: found.uri, host: found.host, page: `https://${found.host}/directory` };
    },
    changesAfter: async (page, after) => {
      const found = directories.find(({ host }) => page === `https://${host}/directory`);
      if (found === undefined || found.isAway) return "away";
      const further = found.changes.filter((change) => numberOf(change) > after);
      const changes = further.slice(0, found.atOnce);
      const last = changes.map(numberOf).at(-1) ?? after;
      const next = further.length > changes.length ? `${page}/changes.json?after=${last}` : null;
      const content = JSON.stringify({ actor: found.uri, changes, last, next });
      return { content, octets: content.length };
    },
  };
}

function numberOf(change: Json): number {
  return typeof change === "object" && change !== null && "number" in change ? Number(change["number"]) : 0;
}
