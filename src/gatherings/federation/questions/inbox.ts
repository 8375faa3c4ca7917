import type { Recogniser } from "../../../kernel/federation/received.ts";
import { answerQuestions } from "../../commands/questions/answer-questions.ts";
import { readWrittenAnswers } from "../../model/questions/written-answers.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { questionsOf } from "../../store/questions/questions.read.ts";
import { matterOf } from "../addresses.ts";
import { replyTo } from "../answers.ts";

/** Answers to the questions of an RSVP, line by line: "Languages: English, German", "Aufnahme: nein". */
export const answeringQuestions: Recogniser = {
  name: "gatherings/answering-questions",
  types: ["Create"],
  async recognise({ object: note }, { origin, read }) {
    if (note?.text === undefined || note.name !== undefined) return undefined;
    const said = readWrittenAnswers(note.text);
    if (said === undefined) return undefined;
    const pointed = [...(note.inReplyTo === undefined ? [] : [note.inReplyTo]), ...note.audience];
    const matter = pointed.map((uri) => matterOf(origin, uri)).find((one) => one !== undefined);
    const gathering = matter === undefined ? undefined : await gatheringById(read, matter.gatheringId);
    if (gathering === undefined || (await questionsOf(read, gathering.id)).length === 0) return undefined;
    const { acceptsConduct, ...answers } = said;
    const about = { communityId: gathering.communityId, gatheringId: gathering.id };
    const input = { ...about, ...answers, acceptsConduct: acceptsConduct === true ? "current" : "" };
    return { command: answerQuestions, input };
  },
  reply: replyTo,
};
