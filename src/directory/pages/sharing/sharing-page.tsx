import type { Translator } from "../../../kernel/i18n/translator.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import type { Origin } from "../../model/sharing/origin.ts";
import type { Follower } from "../../store/sharing/followers.read.ts";
import { directoryPath } from "../directory-paths.ts";
import { Heard } from "./origins-page.tsx";
import { endPath, originsPath, sharingPath } from "./sharing-paths.ts";

interface SharingPageProps {
  readonly c: PageContext;
  readonly form: FormState;
  /** Whether this server asks others anything at all. */
  readonly shares: boolean;
  readonly followed: readonly Origin[];
  readonly ended: readonly Origin[];
  readonly followers: readonly Follower[];
  readonly countFollowers: number;
}

/** For operators: whom this directory follows and how that stands, whom it follows no more, and who follows it. */
export function SharingPage(props: SharingPageProps) {
  const { c, form, followed, ended, followers } = props;
  const { frame, t } = c.var;
  const done = doneKey(c, ["directory-asked", "directory-unfollowed"]);
  const labels = { directory: t("directory.sharing.which") };
  return (
    <Page
      frame={frame}
      title={t("directory.sharing.title")}
      unlisted
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={labels} />
        ) : (
          <Notice t={t} what={t(`directory.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={t("directory.sharing.title")}
          sentence={t("directory.sharing.sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
      act={{
        panel: props.shares ? (
          <ActPanel title={t("directory.sharing.follow-title")}>
            <p>{t("directory.sharing.follow-what")}</p>
            <Form frame={frame} action={sharingPath}>
              <Field
                name="directory"
                label={labels.directory}
                hint={t("directory.sharing.which-hint")}
                form={form}
                maxlength={500}
                autocomplete="off"
                inputmode="url"
              />
              <Submit>{t("directory.sharing.follow")}</Submit>
            </Form>
          </ActPanel>
        ) : (
          <ActPanel title={t("directory.sharing.follow-title")} cannot={t("directory.sharing.off")} />
        ),
      }}
      subject={
        <Section id="followed" title={t("directory.sharing.followed")}>
          {followed.length === 0 && <Empty what={t("directory.sharing.none")} />}
          <ul class="directory-list">
            {followed.map((origin) => (
              <li>
                <h3>
                  <a href={origin.page} rel="nofollow noopener">
                    {origin.host}
                  </a>
                </h3>
                <Standing t={t} origin={origin} />
                <p>
                  <a href={endPath(origin)} aria-label={t("directory.sharing.end-of", { host: origin.host })}>
                    {t("directory.sharing.end")}
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      }
    >
      {ended.length > 0 && (
        <Section id="ended" title={t("directory.sharing.ended")}>
          <ul class="directory-list">
            {ended.map((origin) => (
              <li>
                <h3>{origin.host}</h3>
                <Ended t={t} origin={origin} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="followers" title={t("directory.sharing.followers", { count: props.countFollowers })}>
        <p>{t("directory.sharing.followers-what")}</p>
        <ul class="directory-list">
          {followers.map(({ handle, uri, since }) => (
            <li>
              <Handle t={t} handle={handle} href={uri} /> · {t("directory.origins.since")}{" "}
              <BriefTime t={t} instant={since} />
            </li>
          ))}
        </ul>
        {props.countFollowers > followers.length && (
          <p>{t("directory.sharing.followers-more", { count: props.countFollowers - followers.length })}</p>
        )}
      </Section>
      <p class="next-step">
        <a href={originsPath}>{t("directory.sharing.public")}</a>
      </p>
    </Page>
  );
}

interface OriginProps {
  readonly t: Translator;
  readonly origin: Origin;
}

/** How a following stands: whether it was answered, how far it was heard, and what went wrong last. */
function Standing({ t, origin }: OriginProps) {
  const { state, askedAt, failure, failedAt, faults, upTo, isBehind } = origin;
  return (
    <>
      <p>
        {t(`directory.sharing.state.${state}`)}
        {state === "asked" && (
          <>
            {" · "}
            <BriefTime t={t} instant={askedAt} />
          </>
        )}
      </p>
      {state !== "asked" && (
        <>
          <Heard t={t} origin={origin} />
          <p class="provenance">
            {t("directory.sharing.up-to", { number: upTo })}
            {isBehind && <> · {t("directory.sharing.behind")}</>}
          </p>
        </>
      )}
      {failure !== undefined && failedAt !== undefined && (
        <p class="provenance">
          {t("directory.sharing.failed")} <BriefTime t={t} instant={failedAt} /> ·{" "}
          {t(`directory.sharing.failure.${failure}`)}
          {faults > 0 && <> · {t("directory.sharing.faults", { count: faults })}</>}
        </p>
      )}
    </>
  );
}

function Ended({ t, origin }: OriginProps) {
  const { endedAt, endedBecause, failure } = origin;
  const why = endedBecause === "faulty" && failure !== undefined;
  return (
    <p>
      {t(endedBecause === undefined ? "directory.sharing.unfollowed" : `directory.sharing.dropped.${endedBecause}`)}
      {why && <> · {t(`directory.sharing.failure.${failure}`)}</>}
      {endedAt !== undefined && (
        <>
          {" · "}
          <BriefTime t={t} instant={endedAt} />
        </>
      )}
    </p>
  );
}
