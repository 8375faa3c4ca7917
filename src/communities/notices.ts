import { describePerson } from "../accounts/index.ts";
import type { LoggedEvent } from "../kernel/activity-log/event.ts";
import type { Application } from "../kernel/application.ts";
import type { Database } from "../kernel/database/database.ts";
import type { Notice, NoticeSource } from "../kernel/notifications/notice.ts";
import type { Community } from "./model/community.ts";
import { standingNotices } from "./notices/standing.ts";
import { announcementById } from "./store/announcements.read.ts";
import { communityById } from "./store/communities.read.ts";
import { listenersFromHere } from "./store/listeners.read.ts";
import { stewardsOf } from "./store/members.read.ts";
import { reportById } from "./store/reports.read.ts";

/** Stewards hear that somebody asks to join, and that a complaint came. */
const toStewards: NoticeSource = {
  name: "communities/to-stewards",
  events: ["membership-asked-for", "report-filed"],
  async notices(application, event) {
    const community = await communityById(application.read, event.chain);
    if (community === undefined) return [];
    const isReport = event.name === "report-filed";
    const values = isReport ? {} : { person: await nameOf(application, event), reason: text(event, "reason") };
    const stewards = await stewardsOf(application.read, community.id);
    return stewards.map((personId) =>
      noticeFrom(community, personId, {
        kind: "stewardship",
        matter: event.id,
        key: `communities.notice.${event.name}`,
        values,
        path: `/communities/${community.handle}/${isReport ? "reports" : "admissions"}`,
      }),
    );
  },
};

/** Stewards hear once a day that somebody waits to listen, however many do. */
const ofWaitingListeners: NoticeSource = {
  name: "communities/waiting-listeners",
  events: ["listening-started"],
  async notices(application, event) {
    const community = await communityById(application.read, event.chain);
    if (community === undefined || event.payload["waits"] !== true) return [];
    const day = event.at.toZonedDateTimeISO(community.zone).toPlainDate().toString();
    const stewards = await stewardsOf(application.read, community.id);
    return stewards.map((personId) =>
      noticeFrom(community, personId, {
        kind: "stewardship",
        matter: `listeners-waiting:${community.id}:${day}`,
        key: "communities.notice.listeners-waiting",
        values: {},
        path: `/communities/${community.handle}/admissions`,
      }),
    );
  },
};

/** Whoever a decision is about hears of it with its reason. */
const toThoseConcerned: NoticeSource = {
  name: "communities/to-those-concerned",
  events: [
    "application-declined",
    "member-joined",
    "membership-ended",
    "person-invited",
    "steward-appointed",
    "steward-released",
  ],
  async notices(application, event) {
    const community = await communityById(application.read, event.chain);
    const personId = text(event, "personId");
    // What one did oneself, one knows.
    if (community === undefined || event.actor === `person:${personId}`) return [];
    const isInvited = event.name === "person-invited";
    const reason = isInvited ? text(event, "note") : text(event, "reason");
    return [
      noticeFrom(community, personId, {
        kind: "membership",
        matter: event.id,
        key: `communities.notice.${event.name}`,
        values: { reason: reason === "" ? "none" : reason, steward: await actorNameOf(application, event) },
        path: `/communities/${community.handle}${isInvited ? "/join" : ""}`,
      }),
    ];
  },
};

/** Whoever complained hears what was done. */
const toReporters: NoticeSource = {
  name: "communities/to-reporters",
  events: ["report-resolved"],
  async notices(application, event) {
    const community = await communityById(application.read, event.chain);
    const report = await reportById(application.read, event.chain, text(event, "reportId"));
    if (community === undefined || report?.reporterId === undefined || report.resolution === undefined) return [];
    return [
      noticeFrom(community, report.reporterId, {
        kind: "membership",
        matter: event.id,
        key: "communities.notice.report-resolved",
        values: { resolution: report.resolution },
        path: undefined,
      }),
    ];
  },
};

/** Whoever listens from here, without following by an account elsewhere, is told of announcements. */
const toListeners: NoticeSource = {
  name: "communities/to-listeners",
  events: ["announcement-made"],
  async notices(application, event) {
    const community = await communityById(application.read, event.chain);
    const announcement = await announcementById(application.read, text(event, "announcementId"));
    if (community === undefined || announcement === undefined || announcement.isWithdrawn) return [];
    const notices: Notice[] = [];
    for await (const personId of listeningFromHere(application.read, community.id)) {
      notices.push(
        noticeFrom(community, personId, {
          kind: "announcements",
          matter: event.id,
          key: "communities.notice.announcement-made",
          values: { text: announcement.text },
          path: `/announcements/${announcement.id}`,
        }),
      );
    }
    return notices;
  },
};

const AT_ONCE = 500;

async function* listeningFromHere(read: Database, communityId: string): AsyncGenerator<string> {
  for (let after = ""; ;) {
    const page = await listenersFromHere(read, communityId, { after, limit: AT_ONCE });
    for (const { personId } of page) if (personId !== undefined) yield personId;
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) return;
    after = last.uri;
  }
}

/** Who is told of what happens in a community. */
export const communityNotices: readonly NoticeSource[] = [
  toListeners,
  toStewards,
  ofWaitingListeners,
  toThoseConcerned,
  toReporters,
  standingNotices,
];

function noticeFrom(
  community: Community,
  personId: string,
  notice: Pick<Notice, "kind" | "matter" | "key" | "values" | "path">,
): Notice {
  const values = { ...notice.values, community: community.name };
  return { ...notice, values, personId, from: community.id, urgent: false };
}

/** "Ada (@ada@social.example)": whoever asks is named with their server. */
async function nameOf(application: Application, event: LoggedEvent): Promise<string> {
  return described(application, text(event, "personId"));
}

async function actorNameOf(application: Application, event: LoggedEvent): Promise<string> {
  return event.actor.startsWith("person:") ? described(application, event.actor.slice("person:".length)) : "none";
}

async function described(application: Application, personId: string): Promise<string> {
  const person = await describePerson(application.read, personId);
  const name = person?.name ?? person?.handle ?? "?";
  return person?.handle === undefined || person.handle === name ? name : `${name} (${person.handle})`;
}

function text(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
