import { Handle } from "../../../ui/components/handle.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserText } from "../../../ui/text.tsx";
import type { DescribedEntry } from "../../model/entry.ts";
import { stillSpeaks, type Reply } from "../../model/replies/reply.ts";
import { replyPath } from "./reply-path.ts";

/** What a place replies, as its entry shows it. */
interface PlaceReplyProps {
  readonly c: PageContext;
  readonly entry: DescribedEntry;
  /** What it replied before, the latest first. */
  readonly before: readonly Reply[];
  /** Whether the reader speaks for the place, and whether they may take back what stands. */
  readonly speaks: boolean;
  readonly mayWithdraw: boolean;
}

/** The place's own words beside what is said of it, with what it said before; whoever speaks for it is offered to reply. */
export function PlaceReply({ c, entry, before, speaks, mayWithdraw }: PlaceReplyProps) {
  const { frame, t } = c.var;
  const { reply } = entry;
  if (reply === undefined && before.length === 0 && !speaks) return undefined;
  return (
    <Section id="reply" title={t("directory.reply.title")}>
      {reply !== undefined && (
        <div class="place-reply">
          <Words c={c} reply={reply} />
          {!stillSpeaks(reply, entry.proofs) && <p>{t("directory.reply.no-longer")}</p>}
          {before.length > 0 && <p>{t("directory.reply.edited", { count: before.length + 1 })}</p>}
        </div>
      )}
      {reply === undefined && speaks && <p>{t("directory.reply.none-yet")}</p>}
      {speaks && (
        <p class="next-step">
          <LinkButton href={replyPath(entry)} kind="quiet">
            {t(reply === undefined ? "directory.reply.write" : "directory.reply.change")}
          </LinkButton>
        </p>
      )}
      {reply !== undefined && mayWithdraw && (
        <Form frame={frame} action={`${replyPath(entry)}/removal`}>
          <Submit kind="quiet">{t("directory.reply.withdraw")}</Submit>
        </Form>
      )}
      {before.length > 0 && (
        <Details summary={t("directory.reply.before")}>
          <ul class="directory-past">
            {before.map((past) => (
              <li>
                <Words c={c} reply={past} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Section>
  );
}

function Words({ c, reply }: { readonly c: PageContext; readonly reply: Reply }) {
  const { t } = c.var;
  return (
    <>
      <UserText text={reply.text} language={reply.language} />
      <p class="provenance">
        {t("directory.reply.said")} <Handle t={t} handle={reply.account.handle} href={reply.account.uri} /> ·{" "}
        <BriefTime t={t} instant={reply.at} />
        {reply.endedAt !== undefined && (
          <>
            {" · "}
            {t("directory.until")} <BriefTime t={t} instant={reply.endedAt} />
          </>
        )}
      </p>
    </>
  );
}
