import type { Id } from "../../../kernel/base/ids.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";

/** One role of one person at one gathering. */
export type RolePartId = Id<"role-part">;

/** What somebody may do for a gathering, in the order in which pages name them. */
export const roles = [
  "host",
  "facilitator",
  "note-taker",
  "timekeeper",
  "access-steward",
  "safety-contact",
  "interpreter",
  "speaker",
] as const;

export type Role = (typeof roles)[number];

/**
 * Where a role of a person stands: `offered` to them by an organiser, `volunteered` for by them, `held`, or not: `declined` by the person,
 * `turned-down` or `taken-back` by an organiser, `stepped-back` from by its holder.
 */
export type RoleState = "offered" | "volunteered" | "held" | "declined" | "turned-down" | "taken-back" | "stepped-back";

/** What is done with a role once it was offered or volunteered for; `no` ends it, whatever it was, as the one who says it. */
export const roleActs = ["yes", "no"] as const;
export type RoleAct = (typeof roleActs)[number];

/** Who acts on a role of a person. */
export interface RoleActor {
  readonly isPerson: boolean;
  readonly organises: boolean;
}

/** How a gathering takes volunteers: an organiser agrees first, or the first who offers has the role. */
export type VolunteersRule = "agreed" | "at-once";

export type RoleRefusal =
  | { readonly kind: "role-not-yours" }
  | { readonly kind: "role-moved-on"; readonly state: RoleState }
  | { readonly kind: "role-is-taken" };

// Several can interpret and speak; of the others there is one, so that everybody knows whom to turn to.
const forSeveral: readonly Role[] = ["interpreter", "speaker"];
// Those who hold these learn what people told in confidence: somebody must have said yes to just this person.
const alwaysAgreed: readonly Role[] = ["access-steward", "safety-contact"];

/** Whether a volunteer has the role at once, without an organiser's word. */
export function isTakenAtOnce(role: Role, rule: VolunteersRule): boolean {
  return rule === "at-once" && !alwaysAgreed.includes(role);
}

/** Whether one more person may hold a role that so many hold; `hasRoom("speaker", 2)` is true, since several can speak. */
export function hasRoom(role: Role, holders: number): boolean {
  return holders === 0 || forSeveral.includes(role);
}

/**
 * The state of a role after somebody said yes or no: `role-not-yours` to whoever has no say, `role-moved-on` where nothing is asked any
 * more, `role-is-taken` where another holds it meanwhile.
 *
 * `answerRole("offered", "yes", { isPerson: true, organises: false }, true)` is `held`.
 */
export function answerRole(
  before: RoleState,
  act: RoleAct,
  { isPerson, organises }: RoleActor,
  isFree: boolean,
): Result<RoleState, RoleRefusal> {
  if (!isPerson && !organises) return refused({ kind: "role-not-yours" });
  const after = act === "yes" ? yesFrom(before, { isPerson, organises }) : noFrom(before, isPerson);
  if (after === undefined) return refused({ kind: "role-moved-on", state: before });
  if (after === "forbidden") return refused({ kind: "role-not-yours" });
  return after === "held" && !isFree ? refused({ kind: "role-is-taken" }) : accepted(after);
}

function yesFrom(before: RoleState, { isPerson, organises }: RoleActor): RoleState | "forbidden" | undefined {
  // Whoever declined or stepped back may think again while the offer stands; whom an organiser refused may not.
  if (before === "offered" || before === "declined") return isPerson ? "held" : "forbidden";
  if (before === "volunteered") return organises ? "held" : "forbidden";
  return undefined;
}

function noFrom(before: RoleState, isPerson: boolean): RoleState | undefined {
  switch (before) {
    case "offered":
      return isPerson ? "declined" : "taken-back";
    case "volunteered":
      return isPerson ? "stepped-back" : "turned-down";
    case "held":
      return isPerson ? "stepped-back" : "taken-back";
    case "declined":
    case "turned-down":
    case "taken-back":
    case "stepped-back":
      return undefined;
  }
}
