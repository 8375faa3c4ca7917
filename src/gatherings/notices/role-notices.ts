import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource, NoticeValue } from "../../kernel/notifications/notice.ts";
import { gatheringById, type Gathering } from "../store/gatherings.read.ts";
import { rolePartById, type RolePart } from "../store/roles/roles.read.ts";
import { nameOf, noticeFrom, textIn } from "./told-of-gathering.ts";

/** Whoever is offered a role, and whoever must agree to a volunteer, is asked by a message that can be answered with yes or no. */
const questions: NoticeSource = {
  name: "gatherings/role-questions",
  events: ["role-offered", "role-volunteered"],
  notices: (application, event) =>
    about(application, event, async (told, part, gathering) => {
      if (event.name === "role-offered") return [told(part.personId, "offered")];
      const person = await nameOf(application, part.personId);
      const toPerson = isSeen(event) ? [] : [told(part.personId, "noted-volunteered")];
      return [...toPerson, told(gathering.organiserId, "volunteered", { person })];
    }),
};

/** What came of it: told to the other side, and back to whoever said so by message. */
const answers: NoticeSource = {
  name: "gatherings/role-answers",
  events: ["role-held", "role-declined", "role-stepped-back", "role-turned-down", "role-taken-back"],
  notices: (application, event) =>
    about(application, event, async (told, part, gathering) => {
      if (textIn(event, "by") !== part.personId) {
        const toOrganiser = isSeen(event) ? [] : [told(textIn(event, "by"), "noted-organiser")];
        const word = saidToPerson[event.name];
        return word === undefined ? toOrganiser : [...toOrganiser, told(part.personId, word)];
      }
      const words = saidByPerson[event.name];
      if (words === undefined) return [];
      const toPerson = isSeen(event) ? [] : [told(part.personId, words.noted)];
      if (part.personId === gathering.organiserId) return toPerson;
      const person = await nameOf(application, part.personId);
      return [...toPerson, told(gathering.organiserId, words.heard, { person })];
    }),
};

/** What an organiser's word is told with. */
const saidToPerson: Readonly<Record<string, string>> = {
  "role-held": "agreed",
  "role-turned-down": "turned-down",
  "role-taken-back": "taken-back",
};

/** What a person's own word is told back with, and what an organiser hears of it. */
const saidByPerson: Readonly<Record<string, { readonly noted: string; readonly heard: string }>> = {
  "role-held": { noted: "noted-held", heard: "held-by-person" },
  "role-declined": { noted: "noted-declined", heard: "declined-by-person" },
  "role-stepped-back": { noted: "noted-stepped-back", heard: "stepped-back-by-person" },
};

/** What roles tell people. */
export const roleNotices: readonly NoticeSource[] = [questions, answers];

/** The role that a message about it is to be answered for; undefined for messages of other matters. */
export function rolePartOfMatter(matter: string): string | undefined {
  return /^role:([0-9a-f-]{36}):/.exec(matter)?.[1];
}

type Tell = (personId: string, key: string, values?: Readonly<Record<string, NoticeValue>>) => Notice;

async function about(
  application: Application,
  event: LoggedEvent,
  tell: (told: Tell, part: RolePart, gathering: Gathering) => Promise<readonly Notice[]>,
): Promise<readonly Notice[]> {
  const gathering = await gatheringById(application.read, textIn(event, "gathering"));
  const part = await rolePartById(application.read, textIn(event, "part"));
  if (gathering === undefined || part === undefined) return [];
  const shared = {
    role: { key: `gatherings.roles.name.${part.role}` },
    duty: { key: `gatherings.roles.duty.${part.role}` },
  };
  const told: Tell = (personId, key, values = {}) =>
    noticeFrom(gathering, personId, "roles", {
      kind: "replies",
      key: `gatherings.roles.notice.${key}`,
      matter: `role:${part.id}:${event.id}:${key}`,
      // What answers the reader's own message goes at once.
      urgent: key.startsWith("noted-"),
      values: { ...shared, ...values },
    });
  return tell(told, part, gathering);
}

/** On the web the page itself says it. */
function isSeen(event: LoggedEvent): boolean {
  return event.payload["via"] !== "federated";
}
