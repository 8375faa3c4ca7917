import { contactOf } from "../../accounts/index.ts";
import { listenerByUri } from "../../communities/index.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource, NoticeValue } from "../../kernel/notifications/notice.ts";
import { takesPart } from "../commands/notes/participants.ts";
import { gatheringById, type Gathering } from "../store/gatherings.read.ts";
import { correctionOf, minutesOf } from "../store/minutes/minutes.read.ts";
import { peopleToTell } from "../store/sessions.read.ts";

/** Once a gathering was held, whoever organises hears that the draft of the minutes has composed itself. */
const draftNotices: NoticeSource = {
  name: "gatherings/minutes-draft",
  events: ["gathering-held"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    return gathering === undefined ? [] : [toOrganiser(gathering, event, "gatherings.minutes.notice.composed", {})];
  },
};

/** The draft goes to everyone on the list and everyone who came, in one message; those who came are asked whether to name them. */
const announcedNotices: NoticeSource = {
  name: "gatherings/minutes-announced",
  events: ["minutes-draft-announced"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    const until = (gathering && (await minutesOf(application.read, gathering.id)))?.correctionsUntil;
    if (gathering === undefined || until === undefined) return [];
    const notices: Notice[] = [];
    for (const person of await peopleToTell(application.read, gathering.id)) {
      const came = (await takesPart(application.read, gathering.id, person)) ? "yes" : "no";
      const values = { until: { instant: until.toString() }, came };
      const matter = `minutes-draft:${gathering.id}`;
      const key = "gatherings.minutes.notice.draft";
      notices.push(noticeTo(gathering, person, { kind: "gathering-dates", matter, key, values, urgent: false, until }));
    }
    return notices;
  },
};

/** Somebody asks for a correction: whoever organises hears of it, and whoever did so by message that it has arrived. */
const correctionNotices: NoticeSource = {
  name: "gatherings/minutes-corrections",
  events: ["minutes-correction-sent"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    const person = text(event, "person");
    const told: Notice[] = [];
    if (person !== gathering.organiserId)
      told.push(toOrganiser(gathering, event, "gatherings.minutes.notice.correction", {}));
    if (event.payload["via"] === "federated")
      told.push(noticeTo(gathering, person, arrived(event, "gatherings.minutes.notice.correction-arrived", {})));
    return told;
  },
};

/** What came of a correction, for its writer; not for one who decided it alone. */
const settledNotices: NoticeSource = {
  name: "gatherings/minutes-settled",
  events: ["minutes-correction-settled"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    const correction = gathering && (await correctionOf(application.read, gathering.id, text(event, "correction")));
    const writer = correction?.writerId;
    if (gathering === undefined || writer === undefined || event.actor === `person:${writer}`) return [];
    const answer = correction?.answer ?? "";
    const decision = text(event, "decision") === "worked-in" ? "worked" : text(event, "decision");
    const values = { decision, has: answer === "" ? "nothing" : "answer", answer };
    const key = "gatherings.minutes.notice.settled";
    return [noticeTo(gathering, writer, { kind: "replies", matter: event.id, key, values, urgent: false })];
  },
};

/** Whoever said by message whether to name them hears that it is noted. */
const nameNotices: NoticeSource = {
  name: "gatherings/minutes-names",
  events: ["minutes-name-said"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined || event.payload["via"] !== "federated") return [];
    const said = arrived(event, "gatherings.minutes.notice.name-noted", { answer: text(event, "answer") });
    return [noticeTo(gathering, text(event, "person"), said)];
  },
};

/** The time for corrections is over, and nothing was published: whoever organises hears why. */
const waitingNotices: NoticeSource = {
  name: "gatherings/minutes-waiting",
  events: ["minutes-publication-waits"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    const waiting = event.payload["waiting"];
    const values = { waiting: typeof waiting === "number" ? waiting : 0 };
    return [toOrganiser(gathering, event, "gatherings.minutes.notice.waits", values)];
  },
};

/** Published minutes, for all on the list whom the gathering's own post does not reach. */
const publishedNotices: NoticeSource = {
  name: "gatherings/minutes-published",
  events: ["minutes-published"],
  async notices(application, event) {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    const notices: Notice[] = [];
    for (const person of await peopleToTell(application.read, gathering.id)) {
      if (await isReachedByPost(application, gathering, person)) continue;
      const matter = `minutes-published:${gathering.id}`;
      const key = "gatherings.minutes.notice.published";
      notices.push(noticeTo(gathering, person, { kind: "gathering-dates", matter, key, values: {}, urgent: false }));
    }
    return notices;
  },
};

/** What minutes tell people. */
export const minutesNotices: readonly NoticeSource[] = [
  draftNotices,
  announcedNotices,
  correctionNotices,
  settledNotices,
  nameNotices,
  waitingNotices,
  publishedNotices,
];

async function isReachedByPost({ read }: Application, gathering: Gathering, personId: string): Promise<boolean> {
  const contact = await contactOf(read, personId);
  if (contact?.actorUri === undefined || contact.ways["gathering-dates"] !== "fediverse") return false;
  return (await listenerByUri(read, gathering.id, contact.actorUri)) !== undefined;
}

type Told = Pick<Notice, "kind" | "matter" | "key" | "values" | "urgent" | "until">;

function arrived(event: LoggedEvent, key: string, values: Readonly<Record<string, NoticeValue>>): Told {
  return { kind: "replies", matter: event.id, key, values, urgent: true };
}

function toOrganiser(
  gathering: Gathering,
  event: LoggedEvent,
  key: string,
  values: Readonly<Record<string, NoticeValue>>,
): Notice {
  return noticeTo(gathering, gathering.organiserId, {
    kind: "stewardship",
    matter: event.id,
    key,
    values,
    urgent: false,
  });
}

function noticeTo(gathering: Gathering, personId: string, told: Told): Notice {
  const values = { title: gathering.title, ...told.values };
  return { ...told, values, personId, from: gathering.id, path: `/gatherings/${gathering.id}/minutes` };
}

async function gatheringOf(application: Application, event: LoggedEvent): Promise<Gathering | undefined> {
  return gatheringById(application.read, text(event, "gathering"));
}

function text(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
