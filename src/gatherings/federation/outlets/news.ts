import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import type { Application } from "../../../kernel/application.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import type { NewsKind } from "../../model/outlets/outlet.ts";
import { gatheringById, type Gathering } from "../../store/gatherings.read.ts";
import { pollById } from "../../store/polls.read.ts";
import { sessionById, sessionsOf } from "../../store/sessions.read.ts";
import { gatheringUrl } from "../addresses.ts";
import { voiceOf } from "../composed-poll.ts";

/** Something worth telling elsewhere, in the words of the gathering's own language and zone. */
export interface News {
  readonly gathering: Gathering;
  readonly kind: NewsKind;
  readonly text: string;
  /** After this nobody wants to hear of it any more. */
  readonly until: Temporal.Instant | undefined;
}

/** The events that are news, and of which kind. */
export const newsByEvent: Readonly<Record<string, NewsKind>> = {
  "scheduling-poll-opened": "asked",
  "date-set": "dated",
  "session-moved": "changed",
  "gathering-cancelled": "called-off",
  "session-reminder-due": "soon",
  "minutes-published": "minuted",
};

const longestReason = 500;

/** The news in an event; undefined when it is none, or is none any more. */
export async function newsOf(application: Application, event: LoggedEvent): Promise<News | undefined> {
  const kind = newsByEvent[event.name];
  const gathering = await gatheringById(application.read, textIn(event, "gathering"));
  if (kind === undefined || gathering === undefined) return undefined;
  const t = voiceOf(application, gathering);
  const facts = await factsOf(application, event, kind, t);
  if (facts === undefined) return undefined;
  const { until, ...values } = facts;
  const text = t(`gatherings.outlets.told.${kind}`, {
    title: shownName(gathering.title, 120),
    page: pageOf(application.origin, gathering, kind),
    reason: gathering.reason === "" ? "none" : shownName(gathering.reason, longestReason),
    ...values,
  });
  return { gathering, kind, text, until };
}

/** What a test says. */
export function testText(application: Application, gathering: Gathering): string {
  return voiceOf(application, gathering)("gatherings.outlets.told.test", {
    title: shownName(gathering.title, 120),
    page: gatheringUrl(application.origin, gathering.id),
  });
}

interface Facts {
  readonly when?: string;
  readonly until?: Temporal.Instant;
}

async function factsOf(
  { read }: Application,
  event: LoggedEvent,
  kind: NewsKind,
  t: Translator,
): Promise<Facts | undefined> {
  switch (kind) {
    case "asked": {
      const poll = await pollById(read, textIn(event, "poll"));
      return poll === undefined ? undefined : { when: t.dateTime(poll.closesAt), until: poll.closesAt };
    }
    case "dated": {
      const sessions = await sessionsOf(read, textIn(event, "gathering"));
      const standing = sessions.filter(({ cancelledAt }) => cancelledAt === undefined);
      return standing.length === 0 ? undefined : { when: t.list(standing.map((one) => t.dateTime(one.startsAt))) };
    }
    case "changed":
    case "soon": {
      // Of the many reminders an outlet is told of one.
      if (kind === "soon" && event.payload["reminder"] !== "hour") return undefined;
      const session = await sessionById(read, textIn(event, "session"));
      if (session === undefined || session.cancelledAt !== undefined) return undefined;
      return { when: t.dateTime(session.startsAt), ...(kind === "soon" && { until: session.startsAt }) };
    }
    default:
      return {};
  }
}

function pageOf(origin: URL, gathering: Gathering, kind: NewsKind): string {
  const page = gatheringUrl(origin, gathering.id);
  return kind === "asked" ? `${page}/poll` : page;
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
