import { contactOf, describePerson } from "../../accounts/index.ts";
import type { Application } from "../../kernel/application.ts";
import {
  addressing,
  personalAudience,
  worldAudience,
  type Audience,
} from "../../kernel/federation/documents/addressing.ts";
import { questionDocument } from "../../kernel/federation/documents/native-question.ts";
import { htmlFromParagraphs } from "../../kernel/federation/html-from-text.ts";
import type { ActivityDocument } from "../../kernel/federation/outgoing.ts";
import type { Translator } from "../../kernel/i18n/translator.ts";
import { voicesAway } from "../commands/voice/further-voices.ts";
import { methodOf, questionOf } from "../methods/registry.ts";
import { allVoices, sumOf } from "../model/voice/voices.ts";
import { limitsForReplies } from "../methods/limit-words.ts";
import { furtherKeys, optionNames, pollLabels } from "../methods/option-names.ts";
import { asListedInPoll } from "../store/lifecycle/lives.read.ts";
import { proposalById, type Proposal } from "../store/proposals/proposals.read.ts";
import { stanceOf } from "../store/proposals/stances.read.ts";
import { answeredSoFar, ballotsSoFar } from "../store/tallies/tallies.read.ts";
import { threadById, type Thread } from "../store/threads/threads.read.ts";
import { actorUrl, ballotUrl, proposalUrl } from "./addresses.ts";
import { changedAt } from "./lifecycle/changed-at.ts";
import { withAmendment } from "./charter/amendment-words.ts";
import { voiceIn } from "./voice.ts";

/**
 * What asks people to answer a proposal, as it stands now: a native poll where the method can be one, else a Note that says how to
 * answer by a reply or on the page. Undefined when there is none for this reader: a proposal among members has copies alone.
 *
 * With `personId`, the copy for that one person: it counts their own answer alone.
 */
export async function composedBallot(
  application: Application,
  proposalId: string,
  personId: string | undefined,
): Promise<ActivityDocument | undefined> {
  const proposal = await proposalById(application.read, proposalId);
  const thread = proposal === undefined ? undefined : await threadById(application.read, proposal.threadId);
  if (proposal === undefined || thread === undefined) return undefined;
  if (personId === undefined && thread.audience !== "everyone") return undefined;
  const audience = await audienceOf(application, proposal, personId);
  if (audience === undefined) return undefined;
  const t = voiceIn(application, thread.language, proposal.zone);
  const listed = await asListedInPoll(application.read, proposal);
  const poll = proposal.secrecy === "secret" ? null : methodOf(proposal).wire.asPoll(questionOf(listed));
  const common = {
    id: ballotUrl(application.origin, proposal.id, personId),
    actor: actorUrl(application.origin, proposal.communityId),
    url: proposalUrl(application.origin, proposal.id),
    language: thread.language,
    paragraphs: await withAmendment(
      application,
      proposal,
      t,
      paragraphsOf(application, thread, proposal, audience, t, poll !== null),
    ),
    published: proposal.openedAt,
    audience,
  };
  const updated = (await changedAt(application.read, proposal))?.toString();
  if (poll === null) return { ...noteDocument(common), updated };
  const question = questionDocument({
    ...common,
    options: await countedOptions(application, proposal, listed, personId, t),
    choice: poll.multiple ? "several" : "one",
    voters: await votersOf(application, proposal, personId),
    endTime: proposal.closesAt,
    closed: proposal.closedAt,
  });
  return { ...question, updated };
}

function noteDocument(asked: {
  readonly id: string;
  readonly actor: string;
  readonly url: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
  readonly published: Temporal.Instant;
  readonly audience: Audience;
}): ActivityDocument {
  const content = htmlFromParagraphs(asked.paragraphs);
  return {
    id: asked.id,
    type: "Note",
    attributedTo: asked.actor,
    url: asked.url,
    content,
    contentMap: { [asked.language]: content },
    published: asked.published.toString(),
    ...addressing(asked.audience),
  };
}

async function audienceOf(
  application: Application,
  proposal: Proposal,
  personId: string | undefined,
): Promise<Audience | undefined> {
  if (personId === undefined) return worldAudience(actorUrl(application.origin, proposal.communityId));
  const uri = (await contactOf(application.read, personId))?.actorUri;
  const handle = (await describePerson(application.read, personId))?.handle;
  return uri === undefined || handle === undefined ? undefined : personalAudience({ uri, handle });
}

function paragraphsOf(
  application: Application,
  thread: Thread,
  proposal: Proposal,
  audience: Audience,
  t: Translator,
  isPoll: boolean,
): readonly string[] {
  const { rules, wire } = methodOf(proposal);
  const question = questionOf(proposal);
  const isSecret = proposal.secrecy === "secret";
  const example = isSecret ? null : wire.replyExample(question);
  const numbered = optionNames(proposal, t).map((name, place) => `${place + 1}. ${name}`);
  const closes = t.dateTime(proposal.closesAt);
  return [
    ...(audience.mention === undefined ? [] : [audience.mention.handle]),
    t("decisions.fediverse.proposes", { title: proposal.title, thread: thread.title }),
    ...(proposal.text === "" ? [] : [shortened(proposal.text)]),
    t("decisions.fediverse.counted", { method: t(`decisions.method.${rules.id}.name`), closes }),
    ...(isPoll ? [] : [numbered.join("\n")]),
    ...(example === null
      ? []
      : [t(isPoll ? "decisions.fediverse.or-reply" : "decisions.fediverse.reply", { example })]),
    ...(isPoll || example === null ? [] : limitsForReplies(proposal, t)),
    t(visibilities[proposal.secrecy]),
    proposalUrl(application.origin, proposal.id),
  ];
}

const visibilities = {
  open: "decisions.fediverse.visible",
  "closed-until-close": "decisions.fediverse.visible-later",
  secret: "decisions.secret.fediverse.answer",
} as const;

/** What a Note bears of a long proposal before it becomes a wall of text: the rest is a click away. */
function shortened(text: string): string {
  const most = 600;
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(" ", most))} …`;
}

/** Counts stay at 0 in the native poll while they are hidden on the page. */
async function countedOptions(
  application: Application,
  proposal: Proposal,
  listed: Proposal,
  personId: string | undefined,
  t: Translator,
): Promise<readonly { readonly label: string; readonly votes: number }[]> {
  const labels = pollLabels(listed, t);
  if (personId !== undefined) {
    const own = await stanceOf(application.read, proposal.id, personId);
    return labels.map((label, place) => ({ label, votes: own?.nativeVotes.includes(place) === true ? 1 : 0 }));
  }
  const isShown = proposal.closedAt !== undefined || proposal.showsCount === "at-once";
  if (!isShown) return labels.map((label) => ({ label, votes: 0 }));
  const away = await voicesAway(application.read, proposal, application.clock());
  const ballots = allVoices(await ballotsSoFar(application.read, proposal.id), away.further);
  const tally = methodOf(proposal).rules.count(questionOf(proposal), ballots, "");
  const rows = tally.stages[0]?.rows ?? [];
  const options = listed.options.length === 0 ? labels.length : listed.options.length;
  const further = furtherKeys(listed);
  return labels.map((label, place) => {
    const row = rows.find(({ of }) => ("place" in of ? of.place === place : of.key === further[place - options]));
    return { label, votes: Number(row?.cells[0] ?? 0) };
  });
}

async function votersOf(application: Application, proposal: Proposal, personId: string | undefined): Promise<number> {
  if (personId === undefined) {
    const { further } = await voicesAway(application.read, proposal, application.clock());
    const { answered } = await answeredSoFar(application.read, proposal.id);
    return answered + sumOf(further.proxied) + sumOf(further.guests);
  }
  return (await stanceOf(application.read, proposal.id, personId)) === undefined ? 0 : 1;
}
