import type { Application } from "../../../kernel/application.ts";
import { addressing, worldAudience } from "../../../kernel/federation/documents/addressing.ts";
import { htmlFromParagraphs } from "../../../kernel/federation/html-from-text.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { decisionById, type AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { actorUrl, contextUrl } from "../addresses.ts";
import { voiceIn } from "../voice.ts";
import { decisionUrl } from "./decision-address.ts";

/**
 * A decision the world may read, as an Article that says where it stands now. It is no Tombstone once it is over: a register forgets
 * nothing that was decided.
 */
export async function composedDecision(
  application: Application,
  decisionId: string,
): Promise<ActivityDocument | undefined> {
  const { read, origin } = application;
  const decision = await decisionById(read, decisionId);
  const thread = decision === undefined ? undefined : await threadById(read, decision.threadId);
  if (decision === undefined || thread?.audience !== "everyone") return undefined;
  const t = voiceIn(application, thread.language, decision.zone);
  const actor = actorUrl(origin, decision.communityId);
  const url = decisionUrl(origin, decision.id);
  const content = htmlFromParagraphs([
    t("decisions.register.fediverse.decided", { title: decision.title }),
    t(`decisions.consent.decision.${decision.state}`, { review: t.weekdayDate(decision.reviewOn) }),
    decision.text,
    ...details(decision, t),
    ...(decision.supersedes === undefined
      ? []
      : [t("decisions.register.fediverse.replaces", { page: decisionUrl(origin, decision.supersedes) })]),
    ...(decision.supersededBy === undefined
      ? []
      : [t("decisions.register.fediverse.replaced-by", { page: decisionUrl(origin, decision.supersededBy) })]),
    url,
  ]);
  return {
    id: url,
    type: "Article",
    name: decision.title,
    attributedTo: actor,
    url,
    context: contextUrl(origin, thread.id),
    content,
    contentMap: { [thread.language]: content },
    published: decision.adoptedAt.toString(),
    ...addressing(worldAudience(actor)),
  };
}

function details({ responsible, measures }: AdoptedDecision, t: Translator): readonly string[] {
  return [
    ...(responsible === "" ? [] : [t("decisions.register.fediverse.responsible", { who: responsible })]),
    ...(measures === "" ? [] : [t("decisions.register.fediverse.measures", { measures })]),
  ];
}
