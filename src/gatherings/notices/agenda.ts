import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource, NoticeValue } from "../../kernel/notifications/notice.ts";
import { itemById } from "../store/agenda/items.read.ts";
import { gatheringById, type Gathering } from "../store/gatherings.read.ts";
import { rsvpsStanding } from "../store/rsvp-lists.read.ts";
import { sessionsOf } from "../store/sessions.read.ts";

const mostAsked = 1000;

/** An item that was proposed: whoever organises hears of it, and whoever proposed it by message that it has arrived. */
const proposalNotices: NoticeSource = {
  name: "gatherings/agenda-proposals",
  events: ["agenda-item-proposed"],
  async notices(application, event) {
    const found = await gatheringAndItem(application, event);
    if (found === undefined) return [];
    const { gathering, item } = found;
    const values = { item: item.title, minutes: item.minutes ?? 0 };
    const proposer = text(event, "person");
    const told: Notice[] = [];
    if (proposer !== gathering.organiserId) {
      const key = "gatherings.agenda.notice.proposed";
      const said = {
        kind: "stewardship",
        matter: event.id,
        key,
        values,
        urgent: false,
        path: `agenda/items/${item.id}`,
      };
      told.push(noticeTo(gathering, gathering.organiserId, said));
    }
    if (event.payload["via"] === "federated") {
      const key = "gatherings.agenda.notice.item-arrived";
      told.push(noticeTo(gathering, proposer, { kind: "replies", matter: event.id, key, values, urgent: true }));
    }
    return told;
  },
};

/** What came of an item, for its proposer; not for one who decided it alone. */
const decisionNotices: NoticeSource = {
  name: "gatherings/agenda-decisions",
  events: ["agenda-item-settled"],
  async notices(application, event) {
    const found = await gatheringAndItem(application, event);
    const proposer = found?.item.proposerId;
    if (found === undefined || proposer === undefined || event.actor === `person:${proposer}`) return [];
    const { gathering, item } = found;
    const decision = text(event, "decision") === "put-off" ? "later" : text(event, "decision");
    const values = { item: item.title, decision, reason: item.reason === "" ? "none" : item.reason };
    const key = "gatherings.agenda.notice.settled";
    return [noticeTo(gathering, proposer, { kind: "replies", matter: event.id, key, values, urgent: false })];
  },
};

/** Consent is asked of everyone who comes, once for each version that is asked about. */
const consentNotices: NoticeSource = {
  name: "gatherings/agenda-consent",
  events: ["agenda-consent-asked"],
  async notices(application, event) {
    const gathering = await gatheringById(application.read, text(event, "gathering"));
    if (gathering === undefined) return [];
    const key = "gatherings.agenda.notice.consent-asked";
    // The matter is the version, so that whoever was asked about it once is not asked again.
    const matter = `agenda-consent:${gathering.id}:${count(event, "version")}`;
    const asked = { kind: "gathering-dates", matter, key, values: {}, urgent: false };
    return (await comingTo(application, gathering)).map((person) => noticeTo(gathering, person, asked));
  },
};

/** Somebody objects: whoever organises is to hear it soon; and whoever answered by message that it has arrived. */
const answerNotices: NoticeSource = {
  name: "gatherings/agenda-answers",
  events: ["agenda-consent-answered"],
  async notices(application, event) {
    const gathering = await gatheringById(application.read, text(event, "gathering"));
    if (gathering === undefined) return [];
    const [person, answer] = [text(event, "person"), text(event, "answer")];
    const told: Notice[] = [];
    if (answer === "objection" && person !== gathering.organiserId) {
      const key = "gatherings.agenda.notice.objected";
      const said = { kind: "stewardship", matter: event.id, key, values: {}, urgent: false };
      told.push(noticeTo(gathering, gathering.organiserId, said));
    }
    if (event.payload["via"] === "federated") {
      const key = "gatherings.agenda.notice.answer-arrived";
      told.push(
        noticeTo(gathering, person, { kind: "replies", matter: event.id, key, values: { answer }, urgent: true }),
      );
    }
    return told;
  },
};

/** Whoever took an item back by message hears that it is gone. */
const withdrawalNotices: NoticeSource = {
  name: "gatherings/agenda-withdrawals",
  events: ["agenda-item-withdrawn"],
  async notices(application, event) {
    const gathering = await gatheringById(application.read, text(event, "gathering"));
    if (gathering === undefined || event.payload["via"] !== "federated") return [];
    const key = "gatherings.agenda.notice.item-withdrawn";
    const said = { kind: "replies", matter: event.id, key, values: {}, urgent: true };
    return [noticeTo(gathering, text(event, "person"), said)];
  },
};

/** What agendas tell people. */
export const agendaNotices: readonly NoticeSource[] = [
  proposalNotices,
  decisionNotices,
  withdrawalNotices,
  consentNotices,
  answerNotices,
];

interface Told {
  readonly kind: string;
  readonly matter: string;
  readonly key: string;
  readonly values: Readonly<Record<string, NoticeValue>>;
  readonly urgent: boolean;
  /** The page of the gathering that it leads to; the agenda's, unless said otherwise. */
  readonly path?: string;
}

function noticeTo(gathering: Gathering, personId: string, { path = "agenda", ...told }: Told): Notice {
  const values = { title: gathering.title, ...told.values };
  return { ...told, values, personId, from: gathering.id, path: `/gatherings/${gathering.id}/${path}` };
}

async function gatheringAndItem(application: Application, event: LoggedEvent) {
  const gathering = await gatheringById(application.read, text(event, "gathering"));
  const item = await itemById(application.read, text(event, "item"));
  return gathering === undefined || item === undefined ? undefined : { gathering, item };
}

async function comingTo({ read }: Application, gathering: Gathering): Promise<readonly string[]> {
  const wanted = { answer: "going", standing: "confirmed" } as const;
  const people = new Set<string>();
  for (const session of await sessionsOf(read, gathering.id)) {
    for (const { person } of await rsvpsStanding(read, session.id, wanted, mostAsked)) people.add(person);
  }
  return [...people];
}

function text(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}

function count(event: LoggedEvent, name: string): number {
  const value = event.payload[name];
  return typeof value === "number" ? value : 0;
}
