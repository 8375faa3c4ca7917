import type { Json } from "../../../kernel/base/canonical-json.ts";
import { optionNames } from "../../methods/option-names.ts";
import { outcomeWords } from "../../methods/outcome-words.ts";
import { viewsOf } from "../../methods/shown.ts";
import type { ExportRecord, OutcomeRecord } from "../../model/exports/records.ts";
import type { PublishedCount } from "../../model/recount/published-file.ts";
import { proposalsInOrder, stancesInOrder, threadsInOrder } from "../../store/exports/exports.read.ts";
import { changesOf } from "../../store/lifecycle/lives.read.ts";
import { outcomeOf, type Outcome } from "../../store/proposals/outcomes.read.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { countedBallots, stanceOf } from "../../store/proposals/stances.read.ts";
import { attachmentsOf, type Attachment } from "../../store/attachments/attachments.read.ts";
import { postsOf, type Post } from "../../store/threads/threads.read.ts";
import { postPath, proposalPath, threadPath } from "../addresses.ts";
import { attachmentPath } from "../attachments/attachment-paths.ts";
import { areNamesFor, isCountShown } from "../proposals/proposal-view.ts";
import { areBallotsPublished, publishedInPages } from "../published/published.ts";
import type { CommunityVisit, ProposalVisit, ThreadVisit } from "../visit.ts";
import { answeredSoFar } from "../../store/tallies/tallies.read.ts";
import { addressOf, inPages, namesOf } from "./read-names.ts";
import { recordsOfCharter, recordsOfProcesses } from "./read-processes.ts";

/** Rows are read so many at a time, so that an export takes no more memory however much there is. */
const ROWS_AT_ONCE = 50;

type Records = AsyncGenerator<ExportRecord>;

/** All that a community talked over and decided, as far as this reader is shown it on its pages, the oldest thread first. */
export async function* recordsOfCommunity(visit: CommunityVisit): Records {
  const { application, community } = visit;
  const audiences = visit.isMember ? (["everyone", "members"] as const) : (["everyone"] as const);
  yield* recordsOfCharter(visit);
  const threads = inPages((after) =>
    threadsInOrder(application.read, community.id, { after, limit: ROWS_AT_ONCE, audiences }),
  );
  for await (const thread of threads) yield* recordsOfThread({ ...visit, thread });
}

async function* recordsOfThread(visit: ThreadVisit): Records {
  const { application, thread } = visit;
  const { read } = application;
  yield {
    kind: "thread",
    id: thread.id,
    title: thread.title,
    language: thread.language,
    audience: thread.audience,
    by: (await namesOf(visit, [thread.authorId]))(thread.authorId),
    openedAt: thread.openedAt.toString(),
    closedAt: thread.closedAt?.toString() ?? null,
    url: addressOf(visit, threadPath(thread)),
  };
  yield* postsOfThread(visit);
  yield* recordsOfProcesses(visit);
  const proposals = inPages((after) => proposalsInOrder(read, thread.id, { after, limit: ROWS_AT_ONCE }));
  for await (const proposal of proposals) yield* recordsOfProposal({ ...visit, proposal });
}

async function* postsOfThread(visit: ThreadVisit): Records {
  const { application, thread } = visit;
  for (let from = 0; ;) {
    const posts = await postsOf(application.read, thread.id, { from, limit: ROWS_AT_ONCE });
    const nameOf = await namesOf(
      visit,
      posts.map(({ authorId }) => authorId),
    );
    const files = await attachmentsOf(
      application.read,
      posts.map(({ id }) => id),
    );
    for (const post of posts) {
      yield {
        kind: "post",
        id: post.id,
        thread: thread.id,
        answers: post.parentId ?? null,
        by: nameOf(post.authorId),
        writtenAt: post.writtenAt.toString(),
        editedAt: post.editedAt?.toString() ?? null,
        text: post.removedAt === undefined ? post.text : "",
        isRemoved: post.removedAt !== undefined,
        source: post.sourceUri ?? null,
        url: addressOf(visit, postPath(post)),
      };
      for (const file of files.get(post.id) ?? [])
        if (file.removedAt === undefined) yield fileRecord(visit, post, file);
    }
    if (posts.length < ROWS_AT_ONCE) return;
    from = (posts.at(-1)?.place ?? from) + 1;
  }
}

function fileRecord(visit: ThreadVisit, post: Post, file: Attachment): ExportRecord {
  const { id, name, mediaType, size, digest, alt, addedAt } = file;
  const url = addressOf(visit, attachmentPath(file));
  const about = { kind: "attachment", id, thread: post.threadId, post: post.id } as const;
  return { ...about, name, mediaType, size, sha256: digest, alt, addedAt: addedAt.toString(), url };
}

/** A proposal, what changed its closing time, and answers and outcome as far as this reader is shown them on its page. */
export async function* recordsOfProposal(visit: ProposalVisit): Records {
  const { application, proposal, personId } = visit;
  const { read } = application;
  const changes = await changesOf(read, proposal.id);
  const outcome = await outcomeOf(read, proposal.id);
  const named = [
    proposal.authorId,
    ...changes.map((change) => change.personId),
    ...(outcome?.statedBy ? [outcome.statedBy] : []),
  ];
  const nameOf = await namesOf(visit, named);
  const { id, title, text } = proposal;
  yield {
    kind: "proposal",
    ...rulesIn(proposal),
    id,
    thread: proposal.threadId,
    title,
    text,
    by: nameOf(proposal.authorId),
    answered: (await answeredSoFar(read, id)).answered,
    openedAt: proposal.openedAt.toString(),
    closesAt: proposal.closesAt.toString(),
    closedAt: proposal.closedAt?.toString() ?? null,
    url: addressOf(visit, proposalPath(proposal)),
  };
  for (const { kind, personId: by, at, until, reason, former } of changes) {
    const times = { at: at.toString(), until: until.toString() };
    yield {
      kind: "change",
      proposal: id,
      what: kind,
      by: nameOf(by),
      ...times,
      reason,
      former: (former as unknown as Json | undefined) ?? null,
    };
  }
  const own = personId === undefined ? undefined : await stanceOf(read, id, personId);
  if (isCountShown(visit, own)) yield* answersOf(visit, outcome);
  if (outcome !== undefined) yield outcomeRecord(visit, outcome, nameOf);
}

/** How it is asked and counted, and where it stands. */
function rulesIn(proposal: Proposal) {
  const { method, methodVersion, options, settings, secrecy, showsCount, reasons } = proposal;
  const { quorumPercent, zone, eligible, state } = proposal;
  return {
    method,
    methodVersion,
    options,
    settings,
    secrecy,
    showsCount,
    reasons,
    quorumPercent,
    zone,
    eligible,
    state,
  };
}

/** By name where names are shown, else equal ones together; of a secret vote the published list alone. */
async function* answersOf(visit: ProposalVisit, outcome: Outcome | undefined): Records {
  const { application, proposal } = visit;
  const { read } = application;
  const { id } = proposal;
  if (proposal.secrecy === "secret") {
    if (outcome === undefined || !areBallotsPublished(visit, outcome)) return;
    for await (const ballot of publishedInPages(visit)) yield ballotRecord(visit, ballot);
    return;
  }
  if (!areNamesFor(visit)) {
    for (const ballot of await countedBallots(read, id)) yield ballotRecord(visit, ballot);
    return;
  }
  for (let after = ""; ;) {
    const stances = await stancesInOrder(read, id, { after, limit: ROWS_AT_ONCE });
    const nameOf = await namesOf(
      visit,
      stances.map((stance) => stance.personId),
    );
    for (const { personId, ballot, reason, givenAt, changes } of stances) {
      const said = { by: nameOf(personId), answer: wordsOf(visit, ballot), ballot, reason };
      yield { kind: "stance", proposal: id, ...said, givenAt: givenAt.toString(), changes };
    }
    if (stances.length < ROWS_AT_ONCE) return;
    after = stances.at(-1)?.personId ?? "";
  }
}

function ballotRecord(visit: ProposalVisit, { ballot, count, code }: PublishedCount): ExportRecord {
  const answer = wordsOf(visit, ballot);
  return { kind: "ballot", proposal: visit.proposal.id, code: code ?? null, count, answer, ballot };
}

function outcomeRecord(visit: ProposalVisit, outcome: Outcome, nameOf: (id: string) => string): OutcomeRecord {
  const { proposal, c } = visit;
  const { conclusion, answered, eligible, seed, tally, statement, statedBy } = outcome;
  return {
    kind: "outcome",
    proposal: proposal.id,
    verdict: conclusion.verdict,
    words: outcomeWords(proposal, conclusion, c.var.t),
    answered,
    eligible,
    seed,
    tally: tally as unknown as Json,
    statement,
    countedAt: outcome.countedAt.toString(),
    statedBy: statedBy === undefined ? null : nameOf(statedBy),
    statedAt: outcome.statedAt?.toString() ?? null,
  };
}

function wordsOf({ proposal, c }: ProposalVisit, ballot: Json): string {
  return viewsOf(proposal).inWords(ballot, optionNames(proposal, c.var.t), c.var.t);
}
