import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import type { Subscriber } from "../../../kernel/activity-log/subscribers.ts";
import type { Application } from "../../../kernel/application.ts";
import type { Write } from "../../../kernel/database/database.ts";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import { jobOrigin, type DueJob, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { schedule } from "../../../kernel/jobs/schedule.ts";
import { noteSending } from "../../commands/outlets/note-sending.ts";
import { unsealOutlet } from "../../commands/outlets/outlet-secrets.ts";
import { sendingJob, tellOutletJob, toTell, type ToTell } from "../../commands/outlets/sending-job.ts";
import { readWebhook } from "../../model/outlets/outlet.ts";
import type { Sent } from "../../model/outlets/sending.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { outletById, outletsOf, type Outlet } from "../../store/outlets/outlets.read.ts";
import { gatheringUrl } from "../addresses.ts";
import { sayInRoom } from "./matrix.ts";
import { messageId, type OutletMessage } from "./message.ts";
import { newsByEvent, newsOf, testText } from "./news.ts";
import { callWebhook } from "./webhook.ts";

/** What telling outlets needs from outside. */
export interface OutletServices {
  /** The server's own, by which their secrets are sealed. */
  readonly secret: Uint8Array;
  /** Undefined where nobody's server is asked anything: then there are no outlets. */
  readonly egress: Egress | undefined;
}

/** Hears of what happened to gatherings, and plans to tell each outlet that wants to know. */
export const outletSubscriber: Subscriber = {
  name: "gatherings/outlets",
  events: Object.keys(newsByEvent),
  async handle(application, event): Promise<Write | void> {
    const kind = newsByEvent[event.name];
    const outlets = await outletsOf(application.read, gatheringIn(event));
    const listening = outlets.filter((one) => one.pausedAt === undefined && one.news.some((news) => news === kind));
    const news = listening.length === 0 ? undefined : await newsOf(application, event);
    if (news === undefined) return undefined;
    const { gathering, text, until } = news;
    const jobs = listening.map(({ id, origin }) =>
      sendingJob({
        communityId: gathering.communityId,
        gatheringId: gathering.id,
        outletId: id,
        origin,
        cause: event.id,
        kind: news.kind,
        text,
        at: event.at.toString(),
        until: until?.toString() ?? null,
      }),
    );
    return (transaction) => schedule(transaction, jobs);
  },
};

/**
 * Tells one outlet one thing, at least once and until it is taken: hosts go side by side, what one host is told goes in order. How it went stands with
 * the outlet, for its organisers; what an outlet cannot take is no failure of ours.
 */
export function tellingOutlets(secret: Uint8Array, egress: Egress): JobDefinition {
  return {
    kind: tellOutletJob,
    lane: (job) => `${tellOutletJob}/${toTell.parse(job.payload).origin}`,
    async run(application, job) {
      const told = toTell.parse(job.payload);
      const outlet = await outletById(application.read, told.outletId);
      if (outlet === undefined || outlet.pausedAt !== undefined || isOver(told, application.clock())) return undefined;
      const message = await messageOf(application, told);
      if (message === undefined) return undefined;
      const sent = await send(secret, egress, outlet, message);
      const againSeconds = await note(application, job, told, sent);
      // Of a test its organisers wait for the outcome now.
      if (againSeconds === null || told.kind === "test") return undefined;
      const again = sendingJob(told, application.clock().add({ seconds: againSeconds }));
      return (transaction) => schedule(transaction, [again]);
    },
  };
}

function isOver({ until }: ToTell, now: Temporal.Instant): boolean {
  return until !== null && Temporal.Instant.compare(now, Temporal.Instant.from(until)) >= 0;
}

async function messageOf(application: Application, told: ToTell): Promise<OutletMessage | undefined> {
  const gathering = await gatheringById(application.read, told.gatheringId);
  if (gathering === undefined) return undefined;
  return {
    id: messageId(told),
    kind: told.kind,
    title: gathering.title,
    url: gatheringUrl(application.origin, gathering.id),
    text: told.kind === "test" ? testText(application, gathering) : told.text,
    at: told.at,
  };
}

async function send(secret: Uint8Array, egress: Egress, outlet: Outlet, message: OutletMessage): Promise<Sent> {
  const opened = unsealOutlet(secret, outlet.sealed);
  if (opened === undefined) return { kind: "not-taken", trouble: "unreadable-secret" };
  if (opened.kind === "matrix") {
    return sayInRoom(egress, { homeserver: outlet.origin, room: outlet.room, token: opened.token }, message);
  }
  const address = readWebhook(opened.address);
  if (!address.ok) return { kind: "not-taken", trouble: "not-allowed-there" };
  return callWebhook(egress, { address: address.value, secret: opened.secret }, message);
}

/** Notes how it went, and gives the seconds until the next try; null when there is none. */
async function note(application: Application, job: DueJob, told: ToTell, sent: Sent): Promise<number | null> {
  const { communityId, gatheringId, outletId } = told;
  const outcome = sent.kind === "taken" ? { trouble: null } : { trouble: sent.trouble, waitSeconds: sent.waitSeconds };
  const input = { communityId, gatheringId, outletId, ...outcome };
  const noted = await application.execute(noteSending, input, { actor: { kind: "clock" }, origin: jobOrigin(job) });
  // It was taken away meanwhile.
  return noted.ok ? noted.value.againSeconds : null;
}

function gatheringIn(event: LoggedEvent): string {
  const gathering = event.payload["gathering"];
  return typeof gathering === "string" ? gathering : "";
}
