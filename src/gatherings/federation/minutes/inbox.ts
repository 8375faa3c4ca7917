import type { Recogniser, Recognition } from "../../../kernel/federation/received.ts";
import { addFeedback } from "../../commands/feedback/add-feedback.ts";
import { sayName } from "../../commands/minutes/say-name.ts";
import { sendCorrection } from "../../commands/minutes/send-correction.ts";
import { readFeedbackReply } from "../../model/feedback/feedback-reply.ts";
import { readMinutesReply } from "../../model/minutes/minutes-reply.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { matterOf } from "../addresses.ts";
import { replyTo } from "../answers.ts";

/** A reply about what was held: whether the minutes may name somebody, what is to be corrected, or how it was. */
export const minutesReplying: Recogniser = {
  name: "gatherings/minutes-replying",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note?.text === undefined || note.name !== undefined) return undefined;
    const { inReplyTo, audience } = note;
    const replied = inReplyTo === undefined ? undefined : matterOf(reading.origin, inReplyTo);
    const addressed = audience.map((uri) => matterOf(reading.origin, uri)).find((one) => one?.kind === "gathering");
    const matter = replied ?? addressed;
    const meant = matter === undefined ? undefined : meaningOf(note.text);
    if (matter === undefined || meant === undefined) return undefined;
    const gathering = await gatheringById(reading.read, matter.gatheringId);
    if (gathering === undefined) return undefined;
    const { command, said } = meant;
    return { command, input: { communityId: gathering.communityId, gatheringId: gathering.id, ...said } };
  },
  reply: replyTo,
};

/** The command that a reply asks for, and what it says. */
function meaningOf(text: string): { readonly command: Recognition["command"]; readonly said: object } | undefined {
  const minutes = readMinutesReply(text);
  if (minutes?.kind === "name") return { command: sayName, said: { answer: minutes.answer } };
  if (minutes?.kind === "correction") return { command: sendCorrection, said: { text: minutes.text } };
  const feedback = readFeedbackReply(text);
  return feedback === undefined ? undefined : { command: addFeedback, said: feedback };
}
