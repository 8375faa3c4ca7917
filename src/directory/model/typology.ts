// The words by which the directory describes how a place is owned, run and joined. They are separate answers, never folded into one class:
// a co-operative foundation may stand over a server that is run from the top. `unknown` is an answer like the others.

/** What an entry is: a server of the fediverse, or somebody who helps such servers (hosting co-op, network, fiscal host). */
export const placeKinds = ["instance", "ally"] as const;

/** Whose it is. */
export const ownerships = [
  "member_coop",
  "worker_coop",
  "multi_stakeholder_coop",
  "association",
  "collective_unincorporated",
  "affiliated_nonprofit",
  "nonprofit_operator",
  "institution",
  "company",
  "individual",
  "party",
  "public_body",
  "unknown",
] as const;
export type Ownership = (typeof ownerships)[number];

/** How it decides; several, the most usual one first. */
export const practices = [
  "consensus",
  "sociocratic_consent",
  "elected_board",
  "working_groups",
  "assembly",
  "jury_sortition",
  "majority_vote",
  "do_ocracy",
  "bdfl",
] as const;
export type Practice = (typeof practices)[number];

/** Who gets an account on the server. Joining the collective is another question: {@link joinings}. */
export const registrations = ["open", "application", "closed"] as const;

/** How one comes to belong, and to have a say. */
export const joinings = ["open", "application", "invitation", "closed"] as const;

/** What it is there for; several. */
export const intentions = ["social", "organising", "service", "research", "local"] as const;

/** Where it is in its life. Closed places stay, so that others learn from them. */
export const lifecycles = ["planned", "active", "dormant", "closing", "closed", "unknown"] as const;
export type Lifecycle = (typeof lifecycles)[number];

/** Forms in which the members themselves own the place. */
export const collectiveOwnerships: readonly Ownership[] = [
  "member_coop",
  "worker_coop",
  "multi_stakeholder_coop",
  "association",
  "collective_unincorporated",
];
