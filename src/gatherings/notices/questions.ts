import type { NoticeSource } from "../../kernel/notifications/notice.ts";
import { askableQuestions } from "../model/questions/questions.ts";
import { gatheringById } from "../store/gatherings.read.ts";
import { answersOfPerson, questionsOf } from "../store/questions/questions.read.ts";

/**
 * Whoever says by message that they come is asked once what the organisers want to know besides, and may answer by reply; on the web the
 * page leads there. What was answered by reply is confirmed.
 */
export const questionNotices: NoticeSource = {
  name: "gatherings/questions",
  events: ["rsvp-confirmed", "rsvp-waitlisted", "rsvp-delegate-waits", "questions-answered"],
  async notices(application, event) {
    const { gathering: id, person: personId, via } = event.payload;
    if (typeof id !== "string" || typeof personId !== "string" || via === "web") return [];
    const gathering = await gatheringById(application.read, id);
    const asked = gathering === undefined ? [] : await questionsOf(application.read, id);
    if (gathering === undefined || asked.length === 0) return [];
    const path = `/gatherings/${id}/questions`;
    const told = { personId, kind: "replies", from: id, path, urgent: true } as const;
    if (event.name === "questions-answered") {
      const values = { title: gathering.title };
      return [{ ...told, matter: event.id, key: "gatherings.questions.notice.taken", values }];
    }
    if ((await answersOfPerson(application.read, id, personId)) !== undefined) return [];
    const flags = askableQuestions.map((question) => [question, asked.includes(question) ? "yes" : "no"] as const);
    const values = { title: gathering.title, ...Object.fromEntries(flags) };
    return [{ ...told, matter: `questions:${id}`, key: "gatherings.questions.notice.asked", values }];
  },
};
