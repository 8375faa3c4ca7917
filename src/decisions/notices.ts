import { contactOf } from "../accounts/index.ts";
import type { LoggedEvent } from "../kernel/activity-log/event.ts";
import type { Application } from "../kernel/application.ts";
import type { Notice, NoticeSource } from "../kernel/notifications/notice.ts";
import { challengeNotices } from "./notices/electorate.ts";
import { threadNotices } from "./notices/threads.ts";
import { requestNotices } from "./notices/requests.ts";
import { consentNotices } from "./notices/consent.ts";
import { consentVoiceNotices } from "./notices/consent-voices.ts";
import { lifecycleNotices } from "./notices/lifecycle.ts";
import { changesOf } from "./store/lifecycle/lives.read.ts";
import { registerNotices } from "./notices/register.ts";
import { voiceNotices } from "./notices/voice.ts";
import { outcomeOf } from "./store/proposals/outcomes.read.ts";
import { proposalById, type Proposal } from "./store/proposals/proposals.read.ts";
import { electorsOf } from "./store/proposals/stances.read.ts";
import { threadById } from "./store/threads/threads.read.ts";

const PEOPLE_AT_ONCE = 500;

type Told = Pick<Notice, "matter" | "key" | "values">;

/** A new proposal, told to those on its list who hear by e-mail: the others get what can be answered at their own server. */
const proposalNotices: NoticeSource = {
  name: "decisions/proposals",
  events: ["proposal-opened"],
  async notices(application, event) {
    const proposal = await proposalOf(application, event);
    if (proposal === undefined) return [];
    const told: Told = {
      matter: `proposal-opened:${proposal.id}`,
      key: "decisions.notice.opened",
      values: { closes: { instant: proposal.closesAt.toString() } },
    };
    const notices: Notice[] = [];
    for await (const person of everyone(application, proposal)) {
      if (person === proposal.authorId) continue;
      const way = (await contactOf(application.read, person))?.ways.decisions;
      if (way === "email") notices.push(noticeTo(proposal, person, told));
    }
    return notices;
  },
};

/** What came of it, to whoever put it forward and to those on the list who would not read it at their own server. */
const outcomeNotices: NoticeSource = {
  name: "decisions/outcomes",
  events: ["proposal-closed"],
  async notices(application, event) {
    const proposal = await proposalOf(application, event);
    const outcome = proposal === undefined ? undefined : await outcomeOf(application.read, proposal.id);
    const thread = proposal === undefined ? undefined : await threadById(application.read, proposal.threadId);
    if (proposal === undefined || outcome === undefined || thread === undefined) return [];
    const { answered, eligible, conclusion } = outcome;
    const told: Told = {
      matter: `proposal-closed:${proposal.id}${await countedBefore(application, proposal)}`,
      key: "decisions.notice.closed",
      values: { verdict: { key: `decisions.verdict-short.${conclusion.verdict}` }, answered, eligible },
    };
    const notices: Notice[] = [];
    for await (const person of everyone(application, proposal)) {
      const way = (await contactOf(application.read, person))?.ways.decisions;
      const reads = way === "fediverse" && thread.audience === "everyone" && person !== proposal.authorId;
      if (way !== undefined && way !== "none" && !reads) notices.push(noticeTo(proposal, person, told));
    }
    return notices;
  },
};

/** What decisions tell people. */
export const decisionNotices: readonly NoticeSource[] = [
  proposalNotices,
  outcomeNotices,
  threadNotices,
  ...challengeNotices,
  ...consentNotices,
  ...consentVoiceNotices,
  ...lifecycleNotices,
  ...registerNotices,
  ...requestNotices,
  ...voiceNotices,
];

async function proposalOf(application: Application, event: LoggedEvent): Promise<Proposal | undefined> {
  return proposalById(application.read, textIn(event, "proposal"));
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

/** Each count of a proposal that was opened again is news: the end of its matter. */
async function countedBefore({ read }: Application, proposal: Proposal): Promise<string> {
  const formers = (await changesOf(read, proposal.id)).filter(({ former }) => former !== undefined);
  return formers.length === 0 ? "" : `:${formers.length + 1}`;
}

function noticeTo(proposal: Proposal, personId: string, told: Told): Notice {
  return {
    ...told,
    personId,
    kind: "decisions",
    from: proposal.communityId,
    values: { title: proposal.title, ...told.values },
    path: `/proposals/${proposal.id}`,
    urgent: false,
  };
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
