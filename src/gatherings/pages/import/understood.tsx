import { CheckGroup, type Option } from "../../../ui/components/choice.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Section } from "../../../ui/components/section.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import { shownName } from "../../../kernel/text/neutral.ts";
import type { UnderstoodCalendar, UnderstoodEvent } from "../../commands/import/understand-calendar.ts";
import { startOf } from "../../model/session.ts";
import { ruleInWords } from "../series/rule-words.ts";

interface UnderstoodProps {
  readonly c: PageContext;
  readonly form: FormState;
  readonly understood: UnderstoodCalendar;
}

/** What was understood of a calendar: its events to choose from, and those that are not taken, with the reason. */
export function Understood({ c, form, understood: { events, notTaken } }: UnderstoodProps) {
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
