import type { Translator } from "../../../kernel/i18n/translator.ts";
import { reactionSigns } from "../../model/threads/reactions.ts";
import type { ReactionCount } from "../../store/threads/voices.read.ts";
import { postPath } from "../addresses.ts";

interface ReactionLineProps {
  readonly t: Translator;
  readonly post: { readonly id: string };
  readonly counts: readonly ReactionCount[];
}

/** How people reacted to a post, as signs with their counts; leads to who did. Nothing where nobody did. */
export function ReactionLine({ t, post, counts }: ReactionLineProps) {
  if (counts.length === 0) return null;
  return (
    <p class="reaction-line">
      <a href={`${postPath(post)}/reactions`} rel="nofollow">
        {counts.map(({ kind, count }) => (
          <span>
            <span aria-hidden="true">{reactionSigns[kind]}</span>
            <span class="visually-hidden">{t(`decisions.reaction.${kind}`)}</span> {t.number(count)}{" "}
          </span>
        ))}
      </a>
    </p>
  );
}
