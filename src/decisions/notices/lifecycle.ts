import { contactOf } from "../../accounts/index.ts";
import { listenerByUri } from "../../communities/index.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource } from "../../kernel/notifications/notice.ts";
import { changeAt, lifeOf } from "../store/lifecycle/lives.read.ts";
import { proposalById, type Proposal } from "../store/proposals/proposals.read.ts";
import { electorsOf, silentElectors } from "../store/proposals/stances.read.ts";
import { threadById, type Thread } from "../store/threads/threads.read.ts";
import { answeredSoFar } from "../store/tallies/tallies.read.ts";

const PEOPLE_AT_ONCE = 500;

type Told = Pick<Notice, "matter" | "key" | "values"> & Partial<Pick<Notice, "kind" | "until">>;

/** A word before closing, to whom the proposal's rules name. */
const reminding: NoticeSource = {
  name: "decisions/reminders",
  events: ["proposal-reminder-due"],
  async notices(application, event) {
    const proposal = await proposalOf(application, event);
    if (proposal?.state !== "open") return [];
    const { reminds = "silent", round } = event.payload;
    const base = { kind: "reminders", until: proposal.closesAt, values: { closes: closesOf(proposal) } };
    const matter = `proposal-reminder:${proposal.id}${typeof round === "number" && round > 1 ? `:${round}` : ""}`;
    const silent: Told = { ...base, matter, key: "decisions.notice.reminder" };
    if (reminds === "author") {
      const values = { ...base.values, answered: await answeredOf(application, proposal), eligible: proposal.eligible };
      const told: Told = { ...base, matter, key: "decisions.lifecycle.notice.reminder-author", values };
      return [noticeTo(proposal, proposal.authorId, told)];
    }
    const waiting = await people(silentOf(application, proposal));
    const notices = waiting.map((person) => noticeTo(proposal, person, silent));
    if (reminds !== "all") return notices;
    const known = new Set(waiting);
    const answered: Told = { ...silent, key: "decisions.lifecycle.notice.reminder-answered" };
    const others = (await people(everyone(application, proposal))).filter((person) => !known.has(person));
    return [...notices, ...others.map((person) => noticeTo(proposal, person, answered))];
  },
};

/** More time: told to those who have not answered, unless they read it at their own server. */
const extending: NoticeSource = {
  name: "decisions/extending",
  events: ["proposal-extended"],
  notices: (application, event) => aboutChange(application, event, "decisions.lifecycle.notice.extended", silentOf),
};

/** Open again: told to everybody on the list, unless they read it at their own server. */
const reopening: NoticeSource = {
  name: "decisions/reopening",
  events: ["proposal-reopened"],
  notices: (application, event) => aboutChange(application, event, "decisions.lifecycle.notice.reopened", everyone),
};

/** Options were added: told once to those who had answered before, since what they said may be another thing now. */
const adding: NoticeSource = {
  name: "decisions/added-options",
  events: ["added-options-due"],
  async notices(application, event) {
    const proposal = await proposalOf(application, event);
    const thread = proposal === undefined ? undefined : await threadById(application.read, proposal.threadId);
    if (proposal?.state !== "open" || thread === undefined) return [];
    const { added } = await lifeOf(application.read, proposal.id);
    const told: Told = {
      matter: `proposal-options:${proposal.id}`,
      key: "decisions.lifecycle.notice.added",
      values: { added, closes: closesOf(proposal) },
    };
    const waiting = new Set(await people(silentOf(application, proposal)));
    const notices: Notice[] = [];
    for await (const person of everyone(application, proposal)) {
      if (waiting.has(person) || (await readsAtHome(application, proposal, thread, person))) continue;
      notices.push(noticeTo(proposal, person, told));
    }
    return notices;
  },
};

/** Whoever answered at their own server without a reason, where one is wanted, is asked for it: the reply to the message is the reason. */
const asking: NoticeSource = {
  name: "decisions/asking-why",
  events: ["reason-wanted"],
  async notices(application, event) {
    const proposal = await proposalOf(application, event);
    const person = event.payload["person"];
    if (proposal?.state !== "open" || typeof person !== "string") return [];
    const told: Told = {
      matter: `proposal-reason:${proposal.id}`,
      key:
        proposal.reasons === "required"
          ? "decisions.lifecycle.notice.reason-wanted-always"
          : "decisions.lifecycle.notice.reason-wanted",
      values: { closes: closesOf(proposal) },
    };
    return [{ ...noticeTo(proposal, person, told), urgent: true }];
  },
};

/** What the life of a proposal tells people. */
export const lifecycleNotices: readonly NoticeSource[] = [reminding, extending, reopening, adding, asking];

async function aboutChange(
  application: Application,
  event: LoggedEvent,
  key: string,
  whom: (application: Application, proposal: Proposal) => AsyncGenerator<string>,
): Promise<readonly Notice[]> {
  const proposal = await proposalOf(application, event);
  const thread = proposal === undefined ? undefined : await threadById(application.read, proposal.threadId);
  const place = event.payload["change"];
  if (proposal?.state !== "open" || thread === undefined || typeof place !== "number") return [];
  const change = await changeAt(application.read, proposal.id, place);
  if (change === undefined) return [];
  const told: Told = {
    matter: `proposal-${change.kind}:${proposal.id}:${place}`,
    key,
    values: { closes: closesOf(proposal), reason: change.reason },
  };
  const notices: Notice[] = [];
  for await (const person of whom(application, proposal)) {
    if (person === change.personId || (await readsAtHome(application, proposal, thread, person))) continue;
    notices.push(noticeTo(proposal, person, told));
  }
  return notices;
}

/** Whether somebody sees what the community tells all who follow it. */
async function readsAtHome(
  { read }: Application,
  proposal: Proposal,
  thread: Thread,
  personId: string,
): Promise<boolean> {
  if (thread.audience !== "everyone") return false;
  const contact = await contactOf(read, personId);
  if (contact?.actorUri === undefined || contact.ways.decisions !== "fediverse") return false;
  return (await listenerByUri(read, proposal.communityId, contact.actorUri)) !== undefined;
}

async function* everyone(application: Application, proposal: Proposal): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    const electors = await electorsOf(application.read, proposal.id, { after, limit: PEOPLE_AT_ONCE });
    yield* electors.map(({ personId }) => personId);
    after = electors.at(-1)?.personId ?? "";
    if (electors.length < PEOPLE_AT_ONCE) return;
  }
}

async function* silentOf(application: Application, proposal: Proposal): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    const silent = await silentElectors(application.read, proposal.id, { after, limit: PEOPLE_AT_ONCE });
    yield* silent;
    after = silent.at(-1) ?? "";
    if (silent.length < PEOPLE_AT_ONCE) return;
  }
}

async function people(found: AsyncGenerator<string>): Promise<readonly string[]> {
  return Array.fromAsync(found);
}

async function answeredOf({ read }: Application, { id }: Proposal): Promise<number> {
  return (await answeredSoFar(read, id)).answered;
}

function proposalOf(application: Application, event: LoggedEvent): Promise<Proposal | undefined> {
  const id = event.payload["proposal"];
  return proposalById(application.read, typeof id === "string" ? id : "");
}

function closesOf(proposal: Proposal) {
  return { instant: proposal.closesAt.toString() };
}

function noticeTo(proposal: Proposal, personId: string, told: Told): Notice {
  return {
    kind: "decisions",
    ...told,
    personId,
    from: proposal.communityId,
    values: { title: proposal.title, ...told.values },
    path: `/proposals/${proposal.id}`,
    urgent: false,
  };
}
