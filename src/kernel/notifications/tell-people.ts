import type { Subscriber } from "../activity-log/subscribers.ts";
import type { Notice, NoticeSource } from "./notice.ts";
import { queueNotices, type QueuedNotice } from "./queue-notices.ts";

/** The subscriber that has people told: at each event it asks the sources and queues what they say. */
export function tellPeople(sources: readonly NoticeSource[]): Subscriber {
  return {
    name: "notices",
    events: [...new Set(sources.flatMap((source) => source.events))],
    async handle(application, event) {
      for (const source of sources) {
        if (!source.events.includes(event.name)) continue;
        const notices = await source.notices(application, event);
        await queueNotices(application, notices.map(toPerson));
      }
    },
  };
}

function toPerson(notice: Notice): QueuedNotice {
  const { personId, matter, kind, from, key, values, path, urgent, until } = notice;
  return {
    to: { kind: "person", personId },
    matter,
    kind,
    from,
    key,
    values,
    path,
    isUrgent: urgent,
    language: undefined,
    inReplyTo: undefined,
    until,
  };
}
