import { doneKey } from "../../../ui/after-act.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";

interface OwnCalendarPageProps {
  readonly c: PageContext;
  /** When the present address was made; undefined when there is none. */
  readonly madeAt: Temporal.Instant | undefined;
  /** The token of the address, in the one answer that may show it. */
  readonly token: string | undefined;
}

/** Where a person gets the secret address of their own calendar, and takes it away. */
export function OwnCalendarPage({ c, madeAt, token }: OwnCalendarPageProps) {
  const { frame, t } = c.var;
  const title = t("gatherings.own-calendar.title");
  return (
    <Page
      frame={frame}
      title={title}
      notice={doneKey(c, ["revoked"]) && <Notice t={t} what={t("gatherings.own-calendar.revoked")} />}
      head={<PageHead frame={frame} name={title} sentence={t("gatherings.own-calendar.sentence")} />}
      act={{
        panel: (
          <ActPanel title={t(madeAt === undefined ? "gatherings.own-calendar.make" : "gatherings.own-calendar.change")}>
            <MakeForm c={c} madeAt={madeAt} />
          </ActPanel>
        ),
      }}
      unlisted
    >
      {token !== undefined && <NewAddress c={c} token={token} />}
    </Page>
  );
}

function NewAddress({ c, token }: { readonly c: PageContext; readonly token: string }) {
  const { frame, t } = c.var;
  const address = new URL(`/calendars/${token}.ics`, frame.site.origin).href;
  return (
    <Section id="address" title={t("gatherings.own-calendar.address")}>
      <p>{t("gatherings.own-calendar.address-once")}</p>
      <p class="secret-address">
        <koinon-copy data-text={address} data-copy={t("ui.handle.copy")} data-copied={t("ui.handle.copied")}>
          <code>{address}</code>
        </koinon-copy>
      </p>
      <p>{t("gatherings.own-calendar.how")}</p>
      <VisibilityLine>{t("gatherings.own-calendar.visible")}</VisibilityLine>
    </Section>
  );
}

function MakeForm({ c, madeAt }: Omit<OwnCalendarPageProps, "token">) {
  const { frame, t } = c.var;
  return (
    <>
      {madeAt !== undefined && (
        <p>
          {t("gatherings.own-calendar.made")} <BriefTime t={t} instant={madeAt} />
        </p>
      )}
      <Form frame={frame} action="/me/calendar">
        <Submit kind={madeAt === undefined ? "main" : "quiet"}>
          {t(madeAt === undefined ? "gatherings.own-calendar.submit" : "gatherings.own-calendar.submit-anew")}
        </Submit>
      </Form>
      {madeAt === undefined && <VisibilityLine>{t("gatherings.own-calendar.visible")}</VisibilityLine>}
      {madeAt !== undefined && (
        <Form frame={frame} action="/me/calendar/revocation">
          <Submit kind="stop">{t("gatherings.own-calendar.revoke")}</Submit>
        </Form>
      )}
    </>
  );
}
