import type { Community } from "../../../communities/index.ts";
import { calendarBounds } from "../../../kernel/recurrence/calendar-text.ts";
import { CheckGroup, type Option } from "../../../ui/components/choice.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import { shownName } from "../../../kernel/text/neutral.ts";
import type { UnderstoodCalendar, UnderstoodEvent } from "../../commands/import/understand-calendar.ts";
import { startOf } from "../../model/session.ts";
import { communityPath } from "../addresses.ts";
import { ruleInWords } from "../series/rule-words.ts";
import { communityOfPage } from "../visit.ts";

interface ImportPageProps {
  readonly c: PageContext;
  readonly community: Community;
  readonly form: FormState;
  /** What was understood of the calendar; undefined before it was read. */
  readonly understood: UnderstoodCalendar | undefined;
}

/** Taking over gatherings from a calendar: a text is pasted, what was understood is shown with its times, and what is ticked is announced. */
export function ImportPage({ c, community, form, understood }: ImportPageProps) {
  const { frame, t } = c.var;
  const title = t("gatherings.import.title");
  const labels = { text: t("gatherings.import.text"), keys: t("gatherings.import.which") };
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
      <Form frame={frame} action={`${communityPath(community)}/gatherings/import`}>
        {understood !== undefined && <Understood {...{ c, form, understood }} />}
        {canTake && (
          <>
            <Submit name="step" value="take">
              {t("gatherings.import.take")}
            </Submit>
            <VisibilityLine>{t("gatherings.announcing.visible")}</VisibilityLine>
          </>
        )}
        <TextArea
          name="text"
          label={labels.text}
          hint={t("gatherings.import.hint")}
          form={form}
          rows={canTake ? 6 : 14}
          maxlength={calendarBounds.characters}
        />
        <Submit kind={canTake ? "quiet" : "main"} name="step" value="read">
          {t(`gatherings.import.${canTake ? "read-again" : "read"}`)}
        </Submit>
      </Form>
    </Page>
  );
}

type UnderstoodProps = Pick<ImportPageProps, "c" | "form"> & { readonly understood: UnderstoodCalendar };

function Understood({ c, form, understood: { events, notTaken } }: UnderstoodProps) {
  const { t } = c.var;
  return (
    <>
      <Section id="understood" title={t("gatherings.import.understood")}>
        {events.length === 0 ? (
          <Empty what={t("gatherings.import.nothing")} />
        ) : (
          <CheckGroup
            name="keys"
            label={t("gatherings.import.which")}
            form={form}
            options={events.map((event) => optionOf(c, event))}
            values={events.map(({ key }) => key)}
          />
        )}
      </Section>
      {notTaken.length > 0 && (
        <Section id="not-taken" title={t("gatherings.import.not-taken", { events: notTaken.length })}>
          <ul>
            {notTaken.slice(0, mostListed).map(({ title, reason, zone }) => (
              <li>
                <UserName name={title === "" ? "…" : title} /> · {t(`gatherings.import.reason.${reason}`, { zone })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const mostListed = 50;

/** An event with when it is held, in the reader's zone and in its own, and how it recurs. */
function optionOf({ var: { t } }: PageContext, { key, title, place, time, rule, leftOut }: UnderstoodEvent): Option {
  const words = [
    t.dateTimeBeside(startOf(time), time.zone),
    t.duration(Temporal.Duration.from({ minutes: time.lengthMinutes }).round({ largestUnit: "hours" })),
    ...(rule === undefined ? [] : [ruleInWords(t, { rule, start: time.start })]),
    ...(leftOut.length === 0 ? [] : [t("gatherings.import.left-out", { dates: leftOut.length })]),
    ...(place === "" ? [] : [shownName(place, 120)]),
  ];
  return { value: key, label: shownName(title, 120), hint: words.join(" · ") };
}
