import { shownHost } from "../../../kernel/text/handle.ts";
import { Form } from "../../../ui/components/form.tsx";
import { Person } from "../../../ui/components/person.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { linkTarget } from "../../../ui/address.ts";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { CleanedText, UserText } from "../../../ui/text.tsx";
import type { Contact } from "../../store/elsewhere/contacts.read.ts";
import type { ReadablePost } from "../../store/elsewhere/posts.read.ts";
import type { ElsewhereView, Exchange, Utterance } from "./elsewhere-view.ts";
import { PollForm } from "./poll-form.tsx";

interface ExchangeProps {
  readonly view: ElsewhereView;
  readonly exchange: Exchange;
  readonly form: FormState;
}

/** What passed between the reader and one actor, under its name. */
export function ExchangeWith({ view, exchange, form }: ExchangeProps) {
  const { t } = view.c.var;
  const { contact, utterances, hasMore } = exchange;
  return (
    <section class="exchange">
      <h3>
        <Person t={t} name={contact.name} handle={contact.handle} href={contactPath(contact)} />
      </h3>
      <Utterances view={view} contact={contact} utterances={utterances} form={form} />
      <p>
        <a href={contactPath(contact)}>
          {t(hasMore ? "accounts.elsewhere.more-with" : "accounts.elsewhere.write-with", { name: contact.name })}
        </a>
      </p>
    </section>
  );
}

interface UtterancesProps {
  readonly view: ElsewhereView;
  readonly contact: Contact;
  readonly utterances: readonly Utterance[];
  readonly form: FormState;
}

/** What was said, the newest first. */
export function Utterances({ view, contact, utterances, form }: UtterancesProps) {
  return (
    <ol class="utterances">
      {utterances.map((utterance) =>
        utterance.by === "me" ? (
          <li data-by="me">
            <Own view={view} utterance={utterance} />
          </li>
        ) : (
          <li data-by="them" id={`post-${utterance.post.id}`}>
            <Post view={view} contact={contact} post={utterance.post} form={form} />
          </li>
        ),
      )}
    </ol>
  );
}

/** The page of what passed between the reader and one actor. */
export function contactPath(contact: Pick<Contact, "id">): string {
  return `/me/elsewhere/actors/${contact.id}`;
}

function Own({ view, utterance }: { readonly view: ElsewhereView; readonly utterance: Utterance & { by: "me" } }) {
  const { t } = view.c.var;
  const { said } = utterance;
  return (
    <article>
      <p class="utterance-line">
        {t(said.inReplyTo === undefined ? "accounts.elsewhere.you-wrote" : "accounts.elsewhere.you-answered")}
        {" · "}
        <BriefTime t={t} instant={said.saidAt} />
      </p>
      <UserText text={said.text} />
    </article>
  );
}

interface PostProps {
  readonly view: ElsewhereView;
  readonly contact: Contact;
  readonly post: ReadablePost;
  readonly form: FormState;
}

function Post({ view, contact, post, form }: PostProps) {
  const { t } = view.c.var;
  const isNew = Temporal.Instant.compare(post.arrivedAt, view.actor.seenAt) > 0;
  return (
    <article>
      <p class="utterance-line">
        {isNew && <strong class="is-new">{t("accounts.elsewhere.new")}</strong>}{" "}
        {t(post.isDirect ? "accounts.elsewhere.direct" : `accounts.elsewhere.kind.${post.kind}`)}
        {" · "}
        <BriefTime t={t} instant={post.arrivedAt} />
        {post.editedAt !== undefined && <> · {t("accounts.elsewhere.edited")}</>}
      </p>
      {post.title !== undefined && (
        <p>
          <strong dir="auto">{post.title}</strong>
        </p>
      )}
      {post.summary !== undefined && <p dir="auto">{post.summary}</p>}
      {post.html !== "" && <CleanedText html={post.html} language={post.language} />}
      {post.poll !== undefined && <PollForm view={view} contact={contact} post={post} poll={post.poll} form={form} />}
      <Original view={view} post={post} />
      {post.kind !== "share" && <Reply view={view} contact={contact} post={post} form={form} />}
    </article>
  );
}

function Original({ view, post }: Pick<PostProps, "view" | "post">) {
  const target = linkTarget(post.url);
  if (target === undefined || post.url === undefined) return null;
  const { host } = new URL(post.url);
  return (
    <p>
      <a href={target} rel="nofollow noopener">
        {view.c.var.t("accounts.elsewhere.original", { host: shownHost(host) })}
      </a>
    </p>
  );
}

function Reply({ view, contact, post, form }: PostProps) {
  const { frame, t } = view.c.var;
  const name = `text-${post.id}`;
  const isSent = form.typed[name] !== undefined && hasFaults(form);
  const fields = (
    <Form
      frame={frame}
      action={`/me/elsewhere/posts/${post.id}/replies`}
      label={t("accounts.elsewhere.reply-to", { name: contact.name })}
    >
      <TextArea name={name} label={t("accounts.elsewhere.reply-text")} form={form} rows={3} maxlength={5_000} />
      <VisibilityLine>
        {t("accounts.elsewhere.words-visible", { name: contact.name, host: shownHost(contact.host) })}
      </VisibilityLine>
      <Submit kind="quiet" label={t("accounts.elsewhere.reply-to", { name: contact.name })}>
        {t("accounts.elsewhere.send-reply")}
      </Submit>
    </Form>
  );
  return isSent ? fields : <Details summary={t("accounts.elsewhere.reply")}>{fields}</Details>;
}
