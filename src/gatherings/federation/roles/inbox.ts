import type { ReceivedActivity, Recogniser, Recognition } from "../../../kernel/federation/received.ts";
import { answeredNotice } from "../../../kernel/notifications/answered-notice.ts";
import { answerRolePart } from "../../commands/roles/answer-role.ts";
import { volunteerForRole } from "../../commands/roles/volunteer-for-role.ts";
import { unclearReply, type UnclearPart } from "../../commands/unclear-reply.ts";
import { readCommitmentAnswer } from "../../model/commitments/read-answer.ts";
import { readReply } from "../../model/reply.ts";
import { readOffer } from "../../model/roles/read-offer.ts";
import { rolePartOfMatter } from "../../notices/role-notices.ts";
import { gatheringById, type Gathering } from "../../store/gatherings.read.ts";
import { rolePartById } from "../../store/roles/roles.read.ts";
import { about, gatheringOfReply } from "../inbox.ts";
import { answerIn, type RefusalWords } from "../refusal-reply.ts";

const refusalWords: RefusalWords = {
  kinds: ["unreadable-answer", "which-role", "role-moved-on", "role-yours-already", "role-is-taken"],
  key: (kind) => `gatherings.roles.answer.${kind}`,
  page: "roles",
};

/** Yes or no to a message of ours about one role: to an offer, to a volunteer; and no to what was agreed. */
const answering: Recogniser = {
  name: "gatherings/role-answers",
  types: ["Create"],
  async recognise(activity, reading) {
    const said = textOf(activity);
    const notice = said === undefined ? undefined : await answeredNotice(reading, activity);
    const id = notice && rolePartOfMatter(notice.matter);
    const part = id === undefined ? undefined : await rolePartById(reading.read, id);
    if (said === undefined || part === undefined || part.gatheringId !== notice?.from) return undefined;
    const gathering = await gatheringById(reading.read, part.gatheringId);
    if (gathering === undefined) return undefined;
    const { kind } = readCommitmentAnswer(said, activity.receivedAt.toZonedDateTimeISO(gathering.zone).toPlainDate());
    if (kind === "accept" || kind === "decline") {
      const input = { ...about(gathering), partId: part.id, act: kind === "accept" ? "yes" : "no" };
      return { command: answerRolePart, input };
    }
    return offeredIn(gathering, said) ?? notUnderstood(gathering, activity, said);
  },
  reply: (activity, answer, reading) => answerIn(refusalWords, activity, answer, reading),
};

/** "I can take notes", to the gathering, in reply to whatever it said. */
const volunteering: Recogniser = {
  name: "gatherings/role-volunteering",
  types: ["Create"],
  async recognise(activity, reading) {
    const said = textOf(activity);
    const gathering = said === undefined ? undefined : await gatheringOfReply(activity, reading);
    return said === undefined || gathering === undefined ? undefined : offeredIn(gathering, said);
  },
  reply: (activity, answer, reading) => answerIn(refusalWords, activity, answer, reading),
};

/** What roles make of what arrives. */
export const roleInbox: readonly Recogniser[] = [answering, volunteering];

function textOf({ object }: ReceivedActivity): string | undefined {
  return object?.name === undefined ? object?.text : undefined;
}

function offeredIn(gathering: Gathering, said: string): Recognition | undefined {
  const offer = readOffer(said);
  if (offer === null) return undefined;
  if (offer.kind === "which-role") return unclear(gathering, "which-role");
  return { command: volunteerForRole, input: { ...about(gathering), role: offer.role } };
}

/** An answer to us that says nothing of the role may still be one to the gathering: then that is heard first. */
function notUnderstood(gathering: Gathering, { object }: ReceivedActivity, said: string): Recognition | undefined {
  const other = readReply(said, "rsvp").kind;
  if (object?.isPublic === true || other === "interest" || other === "stop" || other === "start") return undefined;
  return unclear(gathering, "unreadable-answer");
}

function unclear(gathering: Gathering, part: UnclearPart): Recognition {
  return { command: unclearReply, input: { ...about(gathering), part } };
}
