import { unreachable } from "../../../kernel/base/result.ts";
import type { InboxReading, ReceivedActivity, Recogniser, Recognition } from "../../../kernel/federation/received.ts";
import { answerInvitation } from "../../commands/outreach/answer-invitation.ts";
import { refuseInvitations } from "../../commands/outreach/refuse-invitations.ts";
import { seeInvitation } from "../../commands/outreach/see-invitation.ts";
import { asksNeverAgain } from "../../model/outreach/never-again.ts";
import { readReply } from "../../model/reply.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { targetOfContact, type Target } from "../../store/outreach/targets.read.ts";
import { invitedBy, matterOf } from "../addresses.ts";
import { replyTo } from "../answers.ts";

/**
 * What somebody answers who was asked to come: "yes, two of us", "maybe", "no", STOP. A message to the gathering that replies to nothing,
 * from whoever was asked and has not answered, is an answer too.
 */
export const answeringInvitations: Recogniser = {
  name: "gatherings/answering-invitations",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note?.text === undefined || note.name !== undefined) return undefined;
    const asked = await askedTarget(activity, reading);
    if (asked === undefined) return undefined;
    const { target, about } = asked;
    const input = { ...about, targetId: target.id, uri: activity.actor.uri };
    if (asksNeverAgain(note.text)) return { command: refuseInvitations, input };
    const said = readReply(note.text, "rsvp");
    const answer = (word: "yes" | "maybe" | "no", people = 1): Recognition => ({
      command: answerInvitation,
      input: { ...input, answer: word, people },
    });
    switch (said.kind) {
      case "stop":
        return { command: refuseInvitations, input };
      case "interest":
        return answer("yes");
      case "rsvp":
        if (said.answer === "maybe") return answer("maybe");
        return said.answer === "not-going" ? answer("no") : answer("yes", said.people);
      case "start":
      case "unreadable":
        return undefined;
      default:
        return unreachable(said);
    }
  },
  async reply(activity, answer, reading) {
    if (!answer.ok) return replyTo(activity, answer, reading);
    return undefined;
  },
};

/** A like of an invitation says that it was seen. */
export const seeingInvitations: Recogniser = {
  name: "gatherings/seeing-invitations",
  types: ["Like"],
  async recognise(activity, { origin, read }) {
    const invited = activity.objectId === undefined ? undefined : invitedBy(origin, activity.objectId);
    const gathering = invited === undefined ? undefined : await gatheringById(read, invited.gatheringId);
    if (invited === undefined || gathering === undefined) return undefined;
    const about = { communityId: gathering.communityId, gatheringId: gathering.id };
    return { command: seeInvitation, input: { ...about, targetId: invited.targetId, uri: activity.actor.uri } };
  },
};

interface Asked {
  readonly target: Target;
  readonly about: { readonly communityId: string; readonly gatheringId: string };
}

async function askedTarget(activity: ReceivedActivity, { origin, read }: InboxReading): Promise<Asked | undefined> {
  const { inReplyTo, audience = [] } = activity.object ?? {};
  const repliesTo = inReplyTo === undefined ? undefined : invitedBy(origin, inReplyTo);
  if (inReplyTo !== undefined && repliesTo === undefined) return undefined;
  const addressed = audience.map((uri) => matterOf(origin, uri)).find((matter) => matter?.kind === "gathering");
  const gatheringId = repliesTo?.gatheringId ?? addressed?.gatheringId;
  const gathering = gatheringId === undefined ? undefined : await gatheringById(read, gatheringId);
  if (gathering === undefined) return undefined;
  const target = await targetOfContact(read, gathering.id, activity.actor.uri);
  const isMeant = target !== undefined && (repliesTo?.targetId === target.id || target.answer === undefined);
  return isMeant ? { target, about: { communityId: gathering.communityId, gatheringId: gathering.id } } : undefined;
}
