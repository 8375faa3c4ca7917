import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Handle } from "../../../ui/components/handle.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { Ladder } from "../../commands/ladder/ladder-of.ts";
import type { DocumentVersion } from "../../model/ladder/document.ts";
import type { Piece } from "../../model/ladder/step.ts";
import { entryPath } from "../directory-paths.ts";
import { timeTag } from "../time-tag.tsx";
import { copyPath } from "./ladder-paths.ts";

interface PieceProps {
  readonly c: PageContext;
  readonly entry: { readonly id: string };
}

/** A delegate, their term, and where the decision can be read. */
export function DelegateLine({ c, delegate }: PieceProps & { readonly delegate: Ladder["delegates"][number] }) {
  const { t } = c.var;
  return (
    <>
      <p>
        {delegate.handle === "" ? (
          t("directory.ladder.unnamed")
        ) : (
          <Handle t={t} handle={delegate.handle} href={undefined} />
        )}
        {" · "}
        {t("directory.ladder.until", { day: t.date(delegate.until) })}
        {" · "}
        <a href={delegate.decision} rel="nofollow noopener">
          {t(delegate.decisionId === undefined ? "directory.ladder.decision" : "directory.ladder.decision-here")}
        </a>
      </p>
      {delegate.scope !== "" && <UserText text={delegate.scope} />}
      <Standing c={c} piece={delegate.piece} />
    </>
  );
}

/** A document: where it is, what it is by its hash, and what stood there before. */
export function DocumentLine({ c, entry, document }: PieceProps & { readonly document: Ladder["documents"][number] }) {
  const { t } = c.var;
  const [newest, before] = document.versions;
  return (
    <>
      <p>
        <a href={document.url} rel="nofollow noopener">
          {t(`directory.document-kind.${document.kind}`)}
        </a>
        {" · "}
        {t(`directory.document-licence.${document.licence}`)}
      </p>
      {newest !== undefined && <VersionLine c={c} entry={entry} version={newest} />}
      {newest !== undefined && before !== undefined && (
        <>
          <p>
            {t.rich(
              "directory.ladder.changed",
              { before: timeTag(before.lastSeenAt), after: timeTag(newest.firstSeenAt) },
              { beforeDay: day(t, before.lastSeenAt), afterDay: day(t, newest.firstSeenAt) },
            )}
          </p>
          <VersionLine c={c} entry={entry} version={before} />
        </>
      )}
      <Standing c={c} piece={document.piece} />
    </>
  );
}

function VersionLine({ c, entry, version }: PieceProps & { readonly version: DocumentVersion }) {
  const { t } = c.var;
  return (
    <p class="provenance">
      {t.rich(
        "directory.ladder.seen",
        { first: timeTag(version.firstSeenAt), last: timeTag(version.lastSeenAt) },
        { firstDay: day(t, version.firstSeenAt), lastDay: day(t, version.lastSeenAt) },
      )}
      {version.copy !== undefined && (
        <>
          {" · "}
          <a href={copyPath(entry, version)} download="">
            {t("directory.ladder.copy")}
          </a>
        </>
      )}
      <br />
      SHA-256 <code class="digest">{version.sha256}</code>
    </p>
  );
}

/** A place that vouches, why, until when, and what is replied to that. */
export function VouchLine({ c, vouch }: Omit<PieceProps, "entry"> & { readonly vouch: Ladder["vouches"][number] }) {
  const { t } = c.var;
  return (
    <>
      <p>
        <a href={entryPath({ id: vouch.by.entryId })}>
          <UserName name={vouch.by.name} />
        </a>{" "}
        · {vouch.by.domain}
      </p>
      <p class="provenance">
        {t.rich(
          "directory.ladder.vouched",
          { since: timeTag(vouch.saidAt), until: timeTag(vouch.piece.expiresAt) },
          { sinceDay: day(t, vouch.saidAt), untilDay: day(t, vouch.piece.expiresAt) },
        )}
      </p>
      {vouch.note !== "" && <UserText text={vouch.note} />}
      {vouch.reply !== "" && (
        <div class="said-otherwise">
          <p>{t("directory.ladder.replied")}</p>
          <UserText text={vouch.reply} />
        </div>
      )}
      {vouch.isDeclined ? <p>{t("directory.ladder.declined")}</p> : <Standing c={c} piece={vouch.piece} />}
    </>
  );
}

/** Why a piece does not count, where it does not. */
function Standing({ c, piece }: Omit<PieceProps, "entry"> & { readonly piece: Piece }) {
  const { t } = c.var;
  if (piece.fault === undefined) return undefined;
  return <p>{t("directory.ladder.counts-not", { why: t(`directory.step-fault.${piece.fault}`) })}</p>;
}

/** When something was last found to stand. */
export function CheckedAt({ c, at }: Omit<PieceProps, "entry"> & { readonly at: Temporal.Instant | undefined }) {
  const { t } = c.var;
  if (at === undefined) return undefined;
  return (
    <>
      {" · "}
      {t("directory.ladder.checked")} <time datetime={at.toString({ smallestUnit: "second" })}>{day(t, at)}</time>
    </>
  );
}

/** The day of an instant for the reader, with its year: a level lasts for one. */
function day(t: Translator, instant: Temporal.Instant): string {
  return t.date(instant.toZonedDateTimeISO(t.zone).toPlainDate());
}
