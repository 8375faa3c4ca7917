import type { ActivityDocument } from "../outgoing.ts";
import { htmlFromParagraphs } from "../html-from-text.ts";
import { addressing, type Audience } from "./addressing.ts";

/** A native poll as data. Its options never change once it is sent: Mastodon throws all votes away when they do. */
export interface NativeQuestion {
  readonly id: string;
  readonly actor: string;
  readonly url: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
  readonly options: readonly { readonly label: string; readonly votes: number }[];
  readonly choice: "one" | "several";
  readonly voters: number;
  /** Stable for ever: GoToSocial refuses any Update whose `published` differs. */
  readonly published: Temporal.Instant;
  readonly endTime: Temporal.Instant;
  readonly closed: Temporal.Instant | undefined;
  readonly audience: Audience;
}

/**
 * The Question of a native poll, as real servers want it (FEP-9967 and what was measured with them): always an `endTime`, else
 * snac2 shows no poll; `replies.totalItems` on every option, else Misskey throws and snac2 shows no options; `closed` and
 * `endTime` both when closed early, since Misskey looks at `endTime` first.
 */
export function questionDocument(question: NativeQuestion): ActivityDocument {
  const options = question.options.map((option) => ({
    type: "Note",
    name: option.label,
    replies: { type: "Collection", totalItems: option.votes },
  }));
  const endTime = question.closed ?? question.endTime;
  return {
    id: question.id,
    type: "Question",
    attributedTo: question.actor,
    url: question.url,
    content: htmlFromParagraphs(question.paragraphs),
    contentMap: { [question.language]: htmlFromParagraphs(question.paragraphs) },
    ...(question.choice === "one" ? { oneOf: options } : { anyOf: options }),
    votersCount: question.voters,
    published: question.published.toString(),
    endTime: endTime.toString(),
    closed: question.closed?.toString(),
    ...addressing(question.audience),
  };
}
