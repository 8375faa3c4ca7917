import type { Hono } from "hono";
import { carryingOut, forbidden, formOrKept, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import { replyForPlace } from "../../commands/replies/reply-for-place.ts";
import { withdrawReply } from "../../commands/replies/withdraw-reply.ts";
import { speaksFor } from "../../commands/verification/speaks-for.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { longest } from "../../model/entry-fields.ts";
import { entryById } from "../../store/entries.read.ts";
import { endedReplies } from "../../store/replies/replies.read.ts";
import { directoryPath, entryPath } from "../directory-paths.ts";
import { PlaceReply } from "./place-reply.tsx";
import { replyPath } from "./reply-path.ts";

const carryOut = carryingOut(["only-the-place"]);
/** So many earlier versions the page of an entry shows. */
const mostBefore = 20;

/** What the place replies, for the page of its entry. */
export async function placeReply(c: PageContext, { read }: Application, entry: DescribedEntry) {
  const before = await endedReplies(read, entry.id, mostBefore);
  const speaks = await readerSpeaks(c, read, entry);
  const isTheirs = entry.reply?.personId !== undefined && entry.reply.personId === c.var.reader.person?.id;
  return <PlaceReply c={c} entry={entry} before={before} speaks={speaks} mayWithdraw={speaks || isTheirs} />;
}

/** Replying for a place, and taking that back. */
export function replyRoutes(web: Hono<PageEnv>, application: Application): void {
  const { read } = application;
  const visiting = (answer: (c: PageContext, entry: DescribedEntry) => Promise<Response>) => async (c: PageContext) => {
    const entry = await entryById(read, c.req.param("entry") ?? "");
    return entry === undefined ? showNotFound(c) : answer(c, entry);
  };
  web.get(
    `${directoryPath}/:entry/reply`,
    visiting(async (c, entry) => {
      if (c.var.reader.person === undefined) return signInFirst(c);
      if (!(await readerSpeaks(c, read, entry))) return forbidden(c, "only-the-place");
      const form = await formOrKept(c, application, replyPath(entry));
      return c.html(<ReplyPage c={c} form={form} entry={entry} />);
    }),
  );
  web.post(
    `${directoryPath}/:entry/reply`,
    visiting((c, entry) =>
      carryOut(
        { c, application },
        replyForPlace,
        { entryId: entry.id, text: textOf(sentForm(c), "text"), language: c.var.t.language },
        {
          page: replyPath(entry),
          onwards: () => ({ path: entryPath(entry), done: "replied" }),
          again: (form) => <ReplyPage c={c} form={form} entry={entry} />,
        },
      ),
    ),
  );
  web.post(
    `${directoryPath}/:entry/reply/removal`,
    visiting((c, entry) =>
      carryOut(
        { c, application },
        withdrawReply,
        { entryId: entry.id },
        {
          page: entryPath(entry),
          onwards: () => ({ path: entryPath(entry), done: "reply-withdrawn" }),
          again: (form) => <ReplyPage c={c} form={form} entry={entry} />,
        },
      ),
    ),
  );
}

async function readerSpeaks(c: PageContext, read: Application["read"], entry: DescribedEntry): Promise<boolean> {
  const { person } = c.var.reader;
  if (person === undefined) return false;
  return speaksFor({ db: read, actor: { kind: "person", personId: person.id } }, entry);
}

interface ReplyPageProps {
  readonly c: PageContext;
  readonly form: FormState;
  readonly entry: DescribedEntry;
}

/** Where whoever speaks for a place writes its reply. */
function ReplyPage({ c, form, entry }: ReplyPageProps) {
  const { frame, t } = c.var;
  const labels = { text: t("directory.reply.text") };
  return (
    <Page
      frame={frame}
      title={t("directory.reply.write")}
      notice={<RefusalSummary form={form} fields={labels} />}
      head={
        <PageHead
          frame={frame}
          name={t("directory.reply.write")}
          sentence={t("directory.reply.sentence", { host: entry.domain ?? entry.name })}
          community={
            <a href={entryPath(entry)}>
              <UserName name={entry.name} />
            </a>
          }
        />
      }
    >
      <Form frame={frame} action={replyPath(entry)} draft={`directory ${replyPath(entry)}`}>
        <TextArea
          name="text"
          label={labels.text}
          hint={t("directory.reply.text-hint")}
          form={form}
          value={entry.reply?.text}
          rows={8}
          maxlength={longest.text}
        />
        <Submit>{t("directory.reply.send")}</Submit>
      </Form>
    </Page>
  );
}
