import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Empty } from "../../../ui/components/empty.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import type { Origin } from "../../model/sharing/origin.ts";
import { directoryPath } from "../directory-paths.ts";
import { dataPaths } from "../open-data/addresses.ts";
import { sharingPath } from "./sharing-paths.ts";

interface OriginsPageProps {
  readonly c: PageContext;
  readonly followed: readonly Origin[];
  /** By what name this directory is followed. */
  readonly handle: string;
  readonly isOperator: boolean;
}

/** For everybody: by way of whom the directory knows what it shows, and how another directory hears of it. */
export function OriginsPage({ c, followed, handle, isOperator }: OriginsPageProps) {
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("directory.origins.title")}
      head={
        <PageHead
          frame={frame}
          name={t("directory.origins.title")}
          sentence={t("directory.origins.sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
    >
      <Section id="here" title={t("directory.origins.here")}>
        <p>{t("directory.origins.here-who")}</p>
      </Section>
      <Section id="elsewhere" title={t("directory.origins.elsewhere")}>
        <p>{t("directory.origins.elsewhere-how")}</p>
        {followed.length === 0 && <Empty what={t("directory.origins.none")} />}
        <ul class="directory-list">
          {followed.map((origin) => (
            <li>
              <h3>
                <a href={origin.page} rel="nofollow noopener">
                  {origin.host}
                </a>
              </h3>
              <Heard t={t} origin={origin} />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="follow" title={t("directory.origins.follow")}>
        <p>{t("directory.origins.follow-how")}</p>
        <p>
          <Handle t={t} handle={handle} copy />
        </p>
        <p>
          <a href={dataPaths.changes}>{t("directory.origins.feed")}</a>
        </p>
        <p>{t("directory.origins.opt-outs")}</p>
        {isOperator && (
          <p class="next-step">
            <a href={sharingPath}>{t("directory.origins.manage")}</a>
          </p>
        )}
      </Section>
    </Page>
  );
}

/** What is heard of a directory, since when, and when last. */
export function Heard({ t, origin }: { readonly t: Translator; readonly origin: Origin }) {
  const { entries, claims, answeredAt, heardAt } = origin;
  return (
    <>
      <p>
        {t("directory.origins.places", { count: entries })} · {t("directory.origins.claims", { count: claims })}
      </p>
      <p class="provenance">
        {answeredAt !== undefined && (
          <>
            {t("directory.origins.since")} <BriefTime t={t} instant={answeredAt} />
          </>
        )}
        {heardAt !== undefined && (
          <>
            {" · "}
            {t("directory.origins.heard")} <BriefTime t={t} instant={heardAt} />
          </>
        )}
      </p>
    </>
  );
}
