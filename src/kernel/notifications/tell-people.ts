import type { Subscriber } from "../activity-log/subscribers.ts";
import type { Notice, NoticeSource } from "./notice.ts";
import { queueNotices, writeNotices, type QueuedNotice } from "./queue-notices.ts";

/** More are written in stretches of their own, so that nobody else waits for a place to write. */
const A_FEW = 20;

/** The subscriber that has people told: at each event it asks the sources and queues what they say. */
export function tellPeople(sources: readonly NoticeSource[]): Subscriber {
  return {
    name: "notices",
    events: [...new Set(sources.flatMap((source) => source.events))],
    async handle(application, event) {
      const queued: QueuedNotice[] = [];
      for (const source of sources) {
        if (!source.events.includes(event.name)) continue;
        queued.push(...(await source.notices(application, event)).map(toPerson));
      }
      if (queued.length <= A_FEW) return writeNotices(application, queued);
      return queueNotices(application, queued);
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
