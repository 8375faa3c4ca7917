import { mayVoteFrom, memberWithStanding, noVote, votingRulesOf } from "../../../communities/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { WhyNot } from "../../model/electorate/electorate.ts";
import { leftOutAs, whyElector } from "../../store/electorate/electorates.read.ts";

/** Why somebody may not answer, with what there is to say of it. */
export interface NotOnTheList {
  readonly why: WhyNot;
  /** From when proposals that open then ask them, too: after their waiting, or, for who came later, from now on; undefined where only a decision changes it. */
  readonly from: Temporal.Instant | undefined;
  /** Of somebody in a class without a vote. */
  readonly className: string;
}

/**
 * Why somebody who is not on the list of a proposal may not answer it: as it was written down when it opened, or because they came later.
 * `about` names the community and the proposal, or consent process, whose list it is.
 */
export async function whyNot(
  db: Database,
  about: { readonly communityId: string; readonly listId: string },
  personId: string,
  now: Temporal.Instant,
): Promise<NotOnTheList> {
  const member = await memberWithStanding(db, about.communityId, personId);
  if (member === undefined) return { why: "no-member", from: undefined, className: "" };
  const written = await leftOutAs(db, about.listId, personId);
  if (written !== undefined) return { why: written.why, from: written.until, className: written.className };
  // Of a consent process the organisation stays on the list, and who speaks for it may change.
  if ((await whyElector(db, about.listId, personId)) === "delegate") {
    return { why: "speaks-no-more", from: undefined, className: "" };
  }
  const rules = await votingRulesOf(db, about.communityId);
  const against = noVote(member, rules, now);
  if (against?.why === "class" || against?.why === "dues") return { why: "came-later", from: undefined, className: "" };
  const from = against === undefined ? now : mayVoteFrom(member.joinedAt, rules);
  return { why: "came-later", from, className: "" };
}
