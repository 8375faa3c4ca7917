import { stewardsOf } from "../../communities/index.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource } from "../../kernel/notifications/notice.ts";
import { challengesOf } from "../store/electorate/challenges.read.ts";
import { proposalById } from "../store/proposals/proposals.read.ts";

/** A challenge: told to stewards, who answer it, and to whoever it is about. */
const made: NoticeSource = {
  name: "decisions/challenge-made",
  events: ["challenge-made"],
  async notices(application, event) {
    const found = await challengeIn(application, event);
    if (found === undefined) return [];
    const stewards: readonly string[] = await stewardsOf(application.read, found.proposal.communityId);
    const { by, about } = found.challenge;
    const people = new Set([...stewards, ...(about === undefined ? [] : [about])]);
    const told = { key: "decisions.electorate.notice.made", values: { title: found.proposal.title } };
    return [...people]
      .filter((person) => person !== by)
      .map((personId) => noticeTo(personId, stewards.includes(personId) ? "stewardship" : "decisions", event, told));
  },
};

/** What stewards say of it: told to whoever challenged, and to whoever it is about. */
const answered: NoticeSource = {
  name: "decisions/challenge-answered",
  events: ["challenge-answered"],
  async notices(application, event) {
    const found = await challengeIn(application, event);
    if (found === undefined) return [];
    const { by, about, verdict } = found.challenge;
    const values = { title: found.proposal.title, verdict: { key: `decisions.challenge.verdict.${verdict}` } };
    return [...new Set([by, about ?? by])].map((personId) =>
      noticeTo(personId, "decisions", event, { key: "decisions.electorate.notice.answered", values }),
    );
  },
};

/** What is told of challenges. */
export const challengeNotices: readonly NoticeSource[] = [made, answered];

async function challengeIn({ read }: Application, event: LoggedEvent) {
  const proposal = await proposalById(read, textIn(event, "proposal"));
  const challenges = proposal === undefined ? [] : await challengesOf(read, proposal.id);
  const challenge = challenges.find(({ id }) => id === event.payload["challenge"]);
  return proposal === undefined || challenge === undefined ? undefined : { proposal, challenge };
}

function noticeTo(
  personId: string,
  kind: "stewardship" | "decisions",
  event: LoggedEvent,
  told: Pick<Notice, "key" | "values">,
): Notice {
  const path = `/proposals/${textIn(event, "proposal")}/electorate`;
  return { ...told, personId, kind, matter: event.id, from: event.chain, path, urgent: false };
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
