export type { PersonId, PersonDescription } from "./model/person.ts";
export type { ServerSettings } from "./model/server-settings.ts";
export { meetRemoteActor } from "./commands/people/meet-remote-actor.ts";
export { stopNotices } from "./commands/hearing/stop-notices.ts";
export { noteBackup } from "./commands/server/note-backup.ts";
export { makeOperatorLink } from "./commands/server/make-operator-link.ts";
export {
  personByActor,
  peopleByHandle,
  countPeople,
  describePeople,
  describePerson,
  standingOf,
  isOperator,
  operators,
} from "./store/people.read.ts";
export { contactOf } from "./store/contacts.read.ts";
export { zonesOfPeople } from "./store/zones.read.ts";
export { isHostBlocked, serverSettings } from "./store/server.read.ts";
export { isActorRefused } from "./store/refused-actors.read.ts";
export { personForActor, type ActorServices } from "./federation/person-for-actor.ts";
export { sessionReader, sessionWatch } from "./pages/session/read-session.ts";
export { byKind, carryingOut, forbidden, missing, refuse, type Act } from "./pages/session/acts.ts";
export { keepFormAndSignIn, formOrKept } from "./pages/session/kept-forms.ts";
export { signInFirst, signInPath } from "./pages/sign-in-path.ts";
export { accountsSchema } from "./store/accounts-schema.ts";
