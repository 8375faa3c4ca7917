import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { UserText } from "../../../ui/text.tsx";
import { reactionKinds, reactionSigns, type ReactionKind } from "../../model/threads/reactions.ts";
import { ownReactions, reactionsTo, type Reaction } from "../../store/threads/voices.read.ts";
import { postPath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import type { PostVisit } from "../visit.ts";
import { WithinThread } from "./within-thread.tsx";

const shownAtMost = 100;

/** Who reacted to a post, and the ways to do so. */
export async function reactionsPage(visit: PostVisit) {
  const { application, post, personId } = visit;
  const { read } = application;
  const [reactions, own] = await Promise.all([
    reactionsTo(read, post.id, shownAtMost),
    personId === undefined ? [] : ownReactions(read, post.id, personId),
  ]);
  const people = await describePeople(read, [post.authorId, ...reactions.map((reaction) => reaction.personId)]);
  return <ReactionsPage visit={visit} reactions={reactions} own={own} people={people} />;
}

interface ReactionsPageProps {
  readonly visit: PostVisit;
  readonly reactions: readonly Reaction[];
  readonly own: readonly ReactionKind[];
  readonly people: ReadonlyMap<string, PersonDescription>;
}

function ReactionsPage({ visit, reactions, own, people }: ReactionsPageProps) {
  const { c, post, thread } = visit;
  const { t } = c.var;
  const panel =
    thread.closedAt === undefined ? (
      <ReactPanel visit={visit} own={own} />
    ) : (
      <ActPanel title={t("decisions.thread.closed-title")} cannot={t("decisions.reactions.closed")} />
    );
  return (
    <WithinThread visit={visit} title={t("decisions.reactions.title")} panel={panel}>
      <blockquote class="post-quoted">
        <p class="post-head">
          <PersonName t={t} person={people.get(post.authorId)} />
        </p>
        <UserText text={post.text} />
      </blockquote>
      <Section id="reactions" title={t("decisions.reactions.who")}>
        {reactions.length === 0 ? (
          <Empty what={t("decisions.reactions.none")} />
        ) : (
          <ul class="turn-list">
            {reactions.map(({ personId, kind }) => (
              <li>
                <span aria-hidden="true">{reactionSigns[kind]}</span> {t(`decisions.reaction.${kind}`)} ·{" "}
                <PersonName t={t} person={people.get(personId)} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </WithinThread>
  );
}

function ReactPanel({ visit, own }: Pick<ReactionsPageProps, "visit" | "own">) {
  const { t, frame } = visit.c.var;
  return (
    <ActPanel title={t("decisions.reactions.give")}>
      <p>{t("decisions.reactions.words")}</p>
      <Form frame={frame} action={`${postPath(visit.post)}/reactions`} label={t("decisions.reactions.give")}>
        <div class="reaction-choice">
          {reactionKinds.map((kind) => {
            const isOwn = own.includes(kind);
            const words = t(isOwn ? `decisions.reaction-back.${kind}` : `decisions.reaction.${kind}`);
            return (
              <Submit kind={isOwn ? "main" : "quiet"} name={isOwn ? "back" : "kind"} value={kind} label={words}>
                {`${reactionSigns[kind]} ${words}`}
              </Submit>
            );
          })}
        </div>
        <VisibilityLine>{t("decisions.reactions.visible")}</VisibilityLine>
      </Form>
    </ActPanel>
  );
}
