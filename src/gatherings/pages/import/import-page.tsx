import type { Community } from "../../../communities/index.ts";
import { Field } from "../../../ui/components/field.tsx";
import { FileField } from "../../../ui/components/file-field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import type { UnderstoodCalendar } from "../../commands/import/understand-calendar.ts";
import { communityPath } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { Understood } from "./understood.tsx";

interface ImportPageProps {
  readonly c: PageContext;
  readonly community: Community;
  readonly form: FormState;
  /** What was understood of the calendar; undefined before it was read. */
  readonly understood: UnderstoodCalendar | undefined;
  /** Whether this server reads calendars at other addresses. */
  readonly readsFeeds: boolean;
}

/** What is longer comes as a file. */
const longestPasted = 128 * 1024;

/**
 * Taking over gatherings from a calendar, which comes as a file, from an address or by pasting: what was understood is shown with its times,
 * and what is ticked is announced.
 */
export function ImportPage({ c, community, form, understood, readsFeeds }: ImportPageProps) {
  const { frame, t } = c.var;
  const title = t("gatherings.import.title");
  const labels = {
    text: t("gatherings.import.text"),
    address: t("gatherings.import.address"),
    keys: t("gatherings.import.which"),
  };
  const canTake = understood !== undefined && understood.events.length > 0;
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<RefusalSummary form={form} fields={labels} />}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("gatherings.import.sentence")}
          community={
            <a href={communityPath(community)}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
      unlisted
    >
      <Form frame={frame} action={`${communityPath(community)}/gatherings/import`} hasFile>
        {understood !== undefined && <Understood {...{ c, form, understood }} />}
        {canTake && (
          <>
            <Submit name="step" value="take">
              {t("gatherings.import.take")}
            </Submit>
            <VisibilityLine>{t("gatherings.announcing.visible")}</VisibilityLine>
            <h2>{t("gatherings.import.another")}</h2>
          </>
        )}
        <FileField
          beside="text"
          label={t("gatherings.import.file")}
          hint={t("gatherings.import.file-hint")}
          form={form}
          accept=".ics,.ical,.ifb,text/calendar"
        />
        {readsFeeds && (
          <Field
            name="address"
            label={labels.address}
            hint={t("gatherings.import.address-hint")}
            form={form}
            type="url"
            maxlength={1000}
            autocomplete="off"
            optional
          />
        )}
        <TextArea
          name="text"
          label={labels.text}
          hint={t("gatherings.import.hint")}
          form={form}
          rows={canTake ? 6 : 10}
          maxlength={longestPasted}
          optional
        />
        <Submit kind={canTake ? "quiet" : "main"} name="step" value="read">
          {t(`gatherings.import.${canTake ? "read-again" : "read"}`)}
        </Submit>
      </Form>
    </Page>
  );
}
