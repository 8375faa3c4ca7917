import { describePerson } from "../../accounts/index.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeValue } from "../../kernel/notifications/notice.ts";
import type { Gathering } from "../store/gatherings.read.ts";

/** A notice from a gathering's actor; `part` is the page of the gathering that it leads to. */
export function noticeFrom(
  gathering: Gathering,
  personId: string,
  part: string,
  told: Pick<Notice, "kind" | "matter" | "key" | "values" | "urgent">,
): Notice {
  const values = { title: gathering.title, ...told.values };
  return { ...told, values, personId, from: gathering.id, path: `/gatherings/${gathering.id}/${part}` };
}

/** How somebody is named in a message: by name, or as somebody who has left. */
export async function nameOf(application: Application, personId: string): Promise<NoticeValue> {
  return (await describePerson(application.read, personId))?.name ?? { key: "gatherings.people.gone" };
}

/** A text of an event's payload; empty where there is none. */
export function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
