import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource } from "../../kernel/notifications/notice.ts";
import { takesPart } from "../commands/notes/participants.ts";
import { gatheringById, type Gathering } from "../store/gatherings.read.ts";
import { peopleToTell } from "../store/sessions.read.ts";

/** Once a gathering was held, everyone who said that they come is asked, once, how it was. */
const askedNotices: NoticeSource = {
  name: "gatherings/feedback-asked",
  events: ["gathering-held"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    const notices: Notice[] = [];
    for (const person of await peopleToTell(application.read, gathering.id)) {
      if (!(await takesPart(application.read, gathering.id, person))) continue;
      notices.push({
        personId: person,
        kind: "gathering-dates",
        matter: `feedback:${gathering.id}`,
        from: gathering.id,
        key: "gatherings.feedback.notice.asked",
        values: { title: gathering.title },
        path: `/gatherings/${gathering.id}/feedback`,
        urgent: false,
      });
    }
    return notices;
  },
};

/** What gatherings ask people afterwards. */
export const feedbackNotices: readonly NoticeSource[] = [askedNotices];

async function gatheringOf(application: Application, event: LoggedEvent): Promise<Gathering | undefined> {
  const id = event.payload["gathering"];
  return typeof id === "string" ? gatheringById(application.read, id) : undefined;
}
