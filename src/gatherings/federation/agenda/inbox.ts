import type { Recogniser, Recognition } from "../../../kernel/federation/received.ts";
import { answerAgendaConsent } from "../../commands/agenda/answer-agenda-consent.ts";
import { proposeItem } from "../../commands/agenda/propose-item.ts";
import { withdrawItem } from "../../commands/agenda/withdraw-item.ts";
import { readAgendaReply, type AgendaReply } from "../../model/agenda/agenda-reply.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { matterOf } from "../addresses.ts";
import { replyTo } from "../answers.ts";

/** A reply about the agenda: an item with the minutes wanted, one that is taken back, consent, or an objection with its reason. */
export const agendaReplying: Recogniser = {
  name: "gatherings/agenda-replying",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note?.text === undefined || note.name !== undefined) return undefined;
    const { inReplyTo, audience } = note;
    const replied = inReplyTo === undefined ? undefined : matterOf(reading.origin, inReplyTo);
    const addressed = audience.map((uri) => matterOf(reading.origin, uri)).find((one) => one?.kind === "gathering");
    const matter = replied ?? addressed;
    const said = matter === undefined ? undefined : readAgendaReply(note.text);
    if (matter === undefined || said === undefined) return undefined;
    const gathering = await gatheringById(reading.read, matter.gatheringId);
    if (gathering === undefined) return undefined;
    return meantBy({ communityId: gathering.communityId, gatheringId: gathering.id }, said);
  },
  reply: replyTo,
};

function meantBy(
  about: { readonly communityId: string; readonly gatheringId: string },
  said: AgendaReply,
): Recognition {
  switch (said.kind) {
    case "item":
      return { command: proposeItem, input: { ...about, title: said.title, note: said.note, minutes: said.minutes } };
    case "withdrawal":
      return { command: withdrawItem, input: { ...about, title: said.title } };
    case "consent":
      return { command: answerAgendaConsent, input: { ...about, answer: "consent" } };
    case "objection":
      return { command: answerAgendaConsent, input: { ...about, answer: "objection", reason: said.reason } };
  }
}
