import { Bars } from "../../../ui/components/bars.tsx";
import { CheckGroup, Choice } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import { isPollOpen, type ElsewherePoll } from "../../model/elsewhere/poll.ts";
import type { Contact } from "../../store/elsewhere/contacts.read.ts";
import type { ReadablePost } from "../../store/elsewhere/posts.read.ts";
import type { ElsewhereView } from "./elsewhere-view.ts";

interface PollProps {
  readonly view: ElsewhereView;
  readonly contact: Contact;
  readonly post: ReadablePost;
  readonly poll: ElsewherePoll;
  readonly form: FormState;
}

/** A native poll of another server: to be answered once, while it is open; then what was answered, and the counts. */
export function PollForm(props: PollProps) {
  const { view, post, poll } = props;
  const { frame, t } = view.c.var;
  const isOpen = isPollOpen(poll, frame.now);
  return (
    <>
      <p>{untilWords(props, isOpen)}</p>
      {post.answer !== undefined && (
        <>
          <p>
            <strong>
              {t("accounts.elsewhere.poll.answered", { answers: t.list(post.answer.labels.map(shownLabel)) })}
            </strong>
          </p>
          {isOpen && <p>{t("accounts.elsewhere.poll.once")}</p>}
        </>
      )}
      {isOpen && post.answer === undefined ? <Ballot {...props} /> : <Counts {...props} />}
    </>
  );
}

function untilWords({ view, poll }: PollProps, isOpen: boolean) {
  const { t } = view.c.var;
  if (!isOpen) return t("accounts.elsewhere.poll.closed");
  if (poll.endsAt === null) return t("accounts.elsewhere.poll.endless");
  const endsAt = Temporal.Instant.from(poll.endsAt);
  return t.rich("accounts.elsewhere.poll.until", { time: () => <TimeText t={t} instant={endsAt} /> });
}

function Ballot({ view, contact, post, poll, form }: PollProps) {
  const { frame, t } = view.c.var;
  const name = `options-${post.id}`;
  const options = poll.options.map(({ label }, place) => ({ value: String(place), label: shownLabel(label) }));
  const group = { name, form, options };
  return (
    <Form
      frame={frame}
      action={`/me/elsewhere/posts/${post.id}/answers`}
      label={t("accounts.elsewhere.poll.form", { name: contact.name })}
    >
      {poll.choice === "one" ? (
        <Choice {...group} label={t("accounts.elsewhere.poll.one")} />
      ) : (
        <CheckGroup {...group} label={t("accounts.elsewhere.poll.several")} />
      )}
      <VisibilityLine>{t("accounts.elsewhere.poll.visible")}</VisibilityLine>
      <Submit label={t("accounts.elsewhere.poll.vote-in", { name: contact.name })}>
        {t("accounts.elsewhere.poll.vote")}
      </Submit>
    </Form>
  );
}

function Counts({ view, post, poll }: PollProps) {
  const { t } = view.c.var;
  const bars = poll.options.flatMap(({ label, votes }) =>
    votes === null ? [] : [{ label: shownLabel(label), counts: [votes] }],
  );
  if (bars.length === 0) return null;
  return (
    <Bars
      t={t}
      id={`poll-${post.id}`}
      title={t("accounts.elsewhere.poll.counts")}
      subject={t("accounts.elsewhere.poll.option")}
      parts={[t("accounts.elsewhere.poll.votes")]}
      bars={bars}
    />
  );
}

function shownLabel(label: string): string {
  return shownName(label, 200);
}
