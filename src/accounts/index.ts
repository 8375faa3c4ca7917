export type { PersonId, PersonDescription, Standing } from "./model/person.ts";
export type { Contact, QuietHours } from "./model/contact.ts";
export type { ServerSettings } from "./model/server-settings.ts";
export { noticeKinds, type NoticeKind, type Way } from "./model/notice-kinds.ts";
export { meetRemoteActor } from "./commands/people/meet-remote-actor.ts";
export { personByActor, describePeople, describePerson, standingOf, isOperator } from "./store/people.read.ts";
export { contactOf } from "./store/contacts.read.ts";
export { serverSettings, isHostBlocked } from "./store/server.read.ts";
export { accountsStep } from "./store/migrations/0001-accounts.ts";
