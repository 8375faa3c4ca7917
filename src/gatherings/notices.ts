import { contactOf } from "../accounts/index.ts";
import type { LoggedEvent } from "../kernel/activity-log/event.ts";
import type { Application } from "../kernel/application.ts";
import type { Notice, NoticeSource, NoticeValue } from "../kernel/notifications/notice.ts";
import type { SessionReminder } from "./model/reminders.ts";
import { roomOf } from "./store/room/rooms.read.ts";
import { agendaNotices } from "./notices/agenda.ts";
import { outreachNotices } from "./notices/outreach.ts";
import { questionNotices } from "./notices/questions.ts";
import { seatNotices } from "./notices/seats.ts";
import { feedbackNotices } from "./notices/feedback.ts";
import { minutesNotices } from "./notices/minutes.ts";
import { briefNotices, expectedWithRoles } from "./notices/brief.ts";
import { gatheringById, type Gathering } from "./store/gatherings.read.ts";
import { interestedPeople } from "./store/interest.read.ts";
import { pollById, unansweredPeople } from "./store/polls.read.ts";
import { peopleToTell, seatedPeople, sessionById, sessionsOf } from "./store/sessions.read.ts";

const PEOPLE_AT_ONCE = 500;

/** The first word to whoever joins the list, and the last to whoever leaves it by message. */
const listNotices: NoticeSource = {
  name: "gatherings/list",
  events: ["interest-joined", "interest-left"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    const person = text(event, "person");
    // On the web the page itself says it.
    const isSeen = event.name === "interest-left" && event.payload["via"] !== "federated";
    if (gathering === undefined || isSeen) return [];
    const key = event.name === "interest-joined" ? "gatherings.notice.on-list" : "gatherings.notice.off-list";
    return [noticeTo(gathering, person, { kind: "gathering-dates", matter: event.id, key, values: {}, urgent: true })];
  },
};

/** The next gathering of people who met before: everyone whose name came along on its list hears so, once. */
const nextNotices: NoticeSource = {
  name: "gatherings/next",
  events: ["list-carried"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    const told = {
      kind: "gathering-dates",
      matter: event.id,
      key: "gatherings.notice.next",
      values: {},
      urgent: false,
    };
    const notices: Notice[] = [];
    for await (const person of everyoneInterested(application, gathering.id)) {
      notices.push(noticeTo(gathering, person, told));
    }
    return notices;
  },
};

/** What came of an RSVP: a place, a place in the queue, or a place that came free. */
const rsvpNotices: NoticeSource = {
  name: "gatherings/rsvp",
  events: ["rsvp-confirmed", "rsvp-waitlisted", "rsvp-promoted", "rsvp-noted"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    const session = await sessionById(application.read, text(event, "session"));
    const isSeen = event.payload["via"] === "web" && event.name !== "rsvp-promoted" && event.name !== "rsvp-waitlisted";
    if (gathering === undefined || session === undefined || isSeen) return [];
    const values = {
      start: { instant: session.startsAt.toString() },
      answer: text(event, "answer"),
      people: count(event, "people"),
      position: count(event, "position"),
    };
    const key = `gatherings.notice.${event.name}`;
    return [
      noticeTo(gathering, text(event, "person"), { kind: "replies", matter: event.id, key, values, urgent: true }),
    ];
  },
};

/** What the native polls and events tell the fediverse, told to those who hear by e-mail. */
const mailNotices: NoticeSource = {
  name: "gatherings/mail",
  events: ["scheduling-poll-opened", "date-set"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    const values =
      event.name === "date-set" ? await startOfNext(application, gathering) : await closingOf(application, event);
    const key = `gatherings.notice.${event.name}`;
    const notices: Notice[] = [];
    for await (const person of everyoneInterested(application, gathering.id)) {
      const way = (await contactOf(application.read, person))?.ways["gathering-dates"];
      if (way !== "email") continue;
      notices.push(
        noticeTo(gathering, person, { kind: "gathering-dates", matter: event.id, key, values, urgent: false }),
      );
    }
    return notices;
  },
};

/** Changes and cancellation reach everyone on the list and everyone who said they come, once. */
const changeNotices: NoticeSource = {
  name: "gatherings/changes",
  events: ["session-moved", "gathering-cancelled"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    const session = await sessionById(application.read, text(event, "session"));
    const values = {
      reason: gathering.reason,
      ...(session !== undefined && {
        start: { instant: session.startsAt.toString() },
        before: { instant: text(event, "from") },
      }),
    };
    const key = `gatherings.notice.${event.name}`;
    const people = await peopleToTell(application.read, gathering.id);
    return people.map((person) =>
      noticeTo(gathering, person, { kind: "gathering-dates", matter: event.id, key, values, urgent: false }),
    );
  },
};

/** Reminders: of the poll to those who have not answered it, of a session to those who said they come. */
const reminderNotices: NoticeSource = {
  name: "gatherings/reminders",
  events: ["answer-reminder-due", "session-reminder-due"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    return event.name === "answer-reminder-due"
      ? answerReminders(application, event, gathering)
      : sessionReminders(application, event, gathering);
  },
};

/** What gatherings tell people. */
export const gatheringNotices: readonly NoticeSource[] = [
  listNotices,
  nextNotices,
  rsvpNotices,
  mailNotices,
  changeNotices,
  reminderNotices,
  ...agendaNotices,
  seatNotices,
  questionNotices,
  outreachNotices,
  ...minutesNotices,
  ...feedbackNotices,
];

async function answerReminders(
  application: Application,
  event: LoggedEvent,
  gathering: Gathering,
): Promise<readonly Notice[]> {
  const poll = { id: text(event, "poll"), gatheringId: gathering.id };
  const values = await closingOf(application, event);
  const notices: Notice[] = [];
  let after = "";
  for (;;) {
    const people = await unansweredPeople(application.read, poll, { after, limit: PEOPLE_AT_ONCE });
    for (const person of people) {
      const key = "gatherings.notice.answer-reminder";
      // The matter is the poll, so that whoever is reminded of it once is not reminded again.
      notices.push(
        noticeTo(gathering, person, {
          kind: "reminders",
          matter: `answer-reminder:${poll.id}`,
          key,
          values,
          urgent: false,
        }),
      );
    }
    after = people.at(-1) ?? "";
    if (people.length < PEOPLE_AT_ONCE) return notices;
  }
}

/** The reminders after which one goes to the room at once. */
const near: ReadonlySet<string> = new Set<SessionReminder>(["hour", "ten-minutes"]);

async function sessionReminders(
  application: Application,
  event: LoggedEvent,
  gathering: Gathering,
): Promise<readonly Notice[]> {
  const session = await sessionById(application.read, text(event, "session"));
  if (session === undefined) return [];
  const reminder = text(event, "reminder");
  const values = {
    start: { instant: session.startsAt.toString() },
    place: gathering.place === "" ? "none" : gathering.place,
    ahead: reminder,
  };
  const isNear = near.has(reminder);
  // Whoever holds a role is counted on, whatever else they answered or left unanswered.
  const helping = isNear ? [...(await expectedWithRoles(application, gathering, session)).keys()] : [];
  const room = isNear ? await roomOf(application.read, gathering.id) : undefined;
  const entering = new Set(
    room === undefined ? [] : [...(await seatedPeople(application.read, session.id)), ...helping],
  );
  const key = "gatherings.notice.session-reminder";
  const matter = `session-reminder:${session.id}:${session.sequence}:${reminder}`;
  const people = new Set([...(await peopleToTell(application.read, gathering.id, session.id)), ...helping]);
  const told = { kind: "reminders", matter, key, urgent: false, until: session.startsAt };
  const briefs = reminder === "day" ? await briefNotices(application, gathering, session, told) : [];
  const briefed = new Set(briefs.map(({ personId }) => personId));
  const plain = [...people]
    .filter((person) => !briefed.has(person))
    .map((person) =>
      noticeTo(gathering, person, { ...told, values: { ...values, room: (entering.has(person) && room) || "none" } }),
    );
  return [...briefs, ...plain];
}

type Told = Pick<Notice, "kind" | "matter" | "key" | "values" | "urgent" | "until">;

function noticeTo(gathering: Gathering, personId: string, told: Told): Notice {
  const values = { title: gathering.title, ...told.values };
  return { ...told, values, personId, from: gathering.id, path: `/gatherings/${gathering.id}` };
}

async function gatheringOf(application: Application, event: LoggedEvent): Promise<Gathering | undefined> {
  return gatheringById(application.read, text(event, "gathering"));
}

async function closingOf(application: Application, event: LoggedEvent): Promise<Readonly<Record<string, NoticeValue>>> {
  const poll = await pollById(application.read, text(event, "poll"));
  return poll === undefined ? {} : { closes: { instant: poll.closesAt.toString() } };
}

async function startOfNext(
  application: Application,
  gathering: Gathering,
): Promise<Readonly<Record<string, NoticeValue>>> {
  const sessions = (await sessionsOf(application.read, gathering.id)).filter(
    (session) => session.cancelledAt === undefined,
  );
  const [first] = sessions;
  return first === undefined ? {} : { start: { instant: first.startsAt.toString() }, sessions: sessions.length };
}

async function* everyoneInterested(application: Application, gatheringId: string): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    const people = await interestedPeople(application.read, gatheringId, { after, limit: PEOPLE_AT_ONCE });
    yield* people;
    after = people.at(-1) ?? "";
    if (people.length < PEOPLE_AT_ONCE) return;
  }
}

function text(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}

function count(event: LoggedEvent, name: string): number {
  const value = event.payload[name];
  return typeof value === "number" ? value : 0;
}
