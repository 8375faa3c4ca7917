import type { Recogniser, Recognition } from "../../../kernel/federation/received.ts";
import { sayName } from "../../commands/minutes/say-name.ts";
import { sendCorrection } from "../../commands/minutes/send-correction.ts";
import { readMinutesReply, type MinutesReply } from "../../model/minutes/minutes-reply.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { matterOf } from "../addresses.ts";
import { replyTo } from "../answers.ts";

/** A reply about the minutes: whether somebody is to be named, or what is to be corrected. */
export const minutesReplying: Recogniser = {
  name: "gatherings/minutes-replying",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note?.text === undefined || note.name !== undefined) return undefined;
    const { inReplyTo, audience = [] } = note;
    const replied = inReplyTo === undefined ? undefined : matterOf(reading.origin, inReplyTo);
    const addressed = audience.map((uri) => matterOf(reading.origin, uri)).find((one) => one?.kind === "gathering");
    const matter = replied ?? addressed;
    const said = matter === undefined ? undefined : readMinutesReply(note.text);
    if (matter === undefined || said === undefined) return undefined;
    const gathering = await gatheringById(reading.read, matter.gatheringId);
    if (gathering === undefined) return undefined;
    return meantBy({ communityId: gathering.communityId, gatheringId: gathering.id }, said);
  },
  reply: replyTo,
};

function meantBy(
  about: { readonly communityId: string; readonly gatheringId: string },
  said: MinutesReply,
): Recognition {
  if (said.kind === "name") return { command: sayName, input: { ...about, answer: said.answer } };
  return { command: sendCorrection, input: { ...about, text: said.text } };
}
