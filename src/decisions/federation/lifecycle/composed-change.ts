import type { Application } from "../../../kernel/application.ts";
import { addressing, worldAudience } from "../../../kernel/federation/documents/addressing.ts";
import { htmlFromParagraphs } from "../../../kernel/federation/html-from-text.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { changeAt, lifeOf } from "../../store/lifecycle/lives.read.ts";
import { proposalById, type Proposal } from "../../store/proposals/proposals.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { actorUrl, addedOptionsUrl, ballotUrl, changeUrl, proposalUrl } from "../addresses.ts";
import { voiceIn } from "../voice.ts";

/** That a proposal the world may read has more time, or is open again, as a Note in answer to what asks; undefined for any other change. */
export async function composedChange(
  application: Application,
  proposalId: string,
  place: number,
): Promise<ActivityDocument | undefined> {
  const change = await changeAt(application.read, proposalId, place);
  if (change === undefined || change.kind === "closed-early") return undefined;
  const { kind, at, reason, until } = change;
  return noteAbout(application, proposalId, at, (proposal, t) => ({
    id: changeUrl(application.origin, proposalId, place),
    paragraphs: [
      t(`decisions.lifecycle.fediverse.${kind}`, { title: proposal.title, until: t.dateTime(until) }),
      ...(reason === "" ? [] : [t("decisions.lifecycle.fediverse.why", { reason })]),
    ],
  }));
}

/** Which options were added to a proposal the world may read, and how to answer with one; undefined while there are none. */
export async function composedAddedOptions(
  application: Application,
  proposalId: string,
): Promise<ActivityDocument | undefined> {
  const { added, digestAt } = await lifeOf(application.read, proposalId);
  if (added === 0 || digestAt === undefined) return undefined;
  return noteAbout(application, proposalId, digestAt, (proposal, t) => {
    const first = proposal.options.length - added;
    const example = proposal.secrecy === "secret" ? null : methodOf(proposal).wire.replyExample(questionOf(proposal));
    return {
      id: addedOptionsUrl(application.origin, proposalId),
      paragraphs: [
        t("decisions.lifecycle.fediverse.added", { title: proposal.title, added }),
        proposal.options
          .slice(first)
          .map((option, place) => `${first + place + 1}. ${option}`)
          .join("\n"),
        t("decisions.lifecycle.fediverse.added-how", { until: t.dateTime(proposal.closesAt) }),
        ...(example === null ? [] : [t("decisions.fediverse.reply", { example })]),
      ],
    };
  });
}

async function noteAbout(
  application: Application,
  proposalId: string,
  published: Temporal.Instant,
  say: (proposal: Proposal, t: Translator) => { readonly id: string; readonly paragraphs: readonly string[] },
): Promise<ActivityDocument | undefined> {
  const { read, origin } = application;
  const proposal = await proposalById(read, proposalId);
  const thread = proposal === undefined ? undefined : await threadById(read, proposal.threadId);
  if (proposal === undefined || thread?.audience !== "everyone") return undefined;
  const { id, paragraphs } = say(proposal, voiceIn(application, thread.language, proposal.zone));
  const content = htmlFromParagraphs([...paragraphs, proposalUrl(origin, proposal.id)]);
  const actor = actorUrl(origin, proposal.communityId);
  return {
    id,
    type: "Note",
    attributedTo: actor,
    url: proposalUrl(origin, proposal.id),
    inReplyTo: ballotUrl(origin, proposal.id),
    content,
    contentMap: { [thread.language]: content },
    published: published.toString(),
    ...addressing(worldAudience(actor)),
  };
}
