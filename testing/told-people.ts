import type { Application } from "../src/kernel/application.ts";
import type { DirectMessage } from "../src/kernel/federation/federation-handle.ts";
import type { Catalogues } from "../src/kernel/i18n/catalogue.ts";
import type { Contact } from "../src/kernel/notifications/contact.ts";
import type { Notice, NoticeSource } from "../src/kernel/notifications/notice.ts";
import type { NoticeMail, NotificationOptions } from "../src/kernel/notifications/notification-options.ts";

/** Somebody of the cast who hears by the fediverse, in English, in London; `changes` says what is otherwise. */
export function contact(personId: string, changes: Partial<Contact> = {}): Contact {
  return {
    personId,
    language: "en",
    zone: "Europe/London",
    ways: { news: "fediverse", replies: "fediverse" },
    quietHours: undefined,
    actorUri: `https://social.example/users/${personId}`,
    email: `${personId}@post.example`,
    ...changes,
  };
}

/** What is told to people, without accounts, federation or mail: those are the tests' to say. */
export interface ToldPeople {
  readonly options: NotificationOptions;
  readonly contacts: Map<string, Contact>;
  /** Every direct message handed over, repeats included. */
  readonly messages: readonly DirectMessage[];
  /** From now on handing over fails. */
  failToSend(fails: boolean): void;
}

/** People to tell, by their ids; `mail` for those who hear by e-mail. */
export function toldPeople(contacts: readonly Contact[], mail?: NoticeMail): ToldPeople {
  const known = new Map(contacts.map((one) => [one.personId, one]));
  const messages: DirectMessage[] = [];
  let fails = false;
  const options: NotificationOptions = {
    people: {
      contactOf: async (_read, personId) => known.get(personId),
      personByActor: async (_read, uri) => [...known.values()].find((one) => one.actorUri === uri)?.personId,
    },
    server: () => ({ language: "fr", zone: "Europe/Paris" }),
    async prepareDirect(message) {
      if (fails) throw new Error(`cannot reach ${message.to}`);
      messages.push(message);
      return async () => {};
    },
    mail,
  };
  return {
    options,
    contacts: known,
    messages,
    failToSend: (now) => {
      fails = now;
    },
  };
}

/** Tells `people` of every note that is kept, the whole of it in `changes`. */
export function newsOfNotes(people: () => readonly string[], changes: Partial<Notice> = {}): NoticeSource {
  return {
    name: "notes/news",
    events: ["note-kept"],
    async notices(application: Application, event) {
      const when = { instant: application.clock().add({ hours: 48 }).toString() };
      const id = Number(event.payload["id"]);
      return people().map((personId) => ({
        personId,
        kind: "news",
        matter: event.id,
        from: "town",
        key: "test.kept",
        values: { id, when },
        path: `/notes/${id}`,
        urgent: false,
        ...changes,
      }));
    },
  };
}

/** The sentence of {@link newsOfNotes}, and of answers, in every language. */
export const newsCatalogues: Catalogues = {
  en: { "test.kept": "Note {id} is kept. We look at it on {when}.", "test.answer": "Too late by {minutes} minutes." },
  es: {
    "test.kept": "La nota {id} queda guardada. La miramos el {when}.",
    "test.answer": "Tarde por {minutes} minutos.",
  },
  fr: {
    "test.kept": "La note {id} est gardée. Nous la regardons le {when}.",
    "test.answer": "En retard de {minutes} minutes.",
  },
  de: {
    "test.kept": "Notiz {id} ist aufgehoben. Wir sehen sie am {when} an.",
    "test.answer": "Um {minutes} Minuten zu spät.",
  },
  it: {
    "test.kept": "La nota {id} è conservata. La guardiamo {when}.",
    "test.answer": "In ritardo di {minutes} minuti.",
  },
};
