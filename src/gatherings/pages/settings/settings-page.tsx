import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { canMove } from "../../model/gathering.ts";
import type { HeldSession } from "../../store/sessions.read.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";
import { TextsForm, textsLabels } from "./texts-form.tsx";

interface SettingsPageProps {
  readonly visit: GatheringVisit;
  readonly sessions: readonly HeldSession[];
  readonly form: FormState;
}

/** Where organisers change a gathering: texts and places here, times and calling it off by a link. */
export function SettingsPage({ visit, sessions, form }: SettingsPageProps) {
  const { t } = visit.c.var;
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.settings.title")}
      notice={<RefusalSummary form={form} fields={textsLabels(t)} />}
    >
      <Section id="texts" title={t("gatherings.settings.texts")}>
        <TextsForm visit={visit} form={form} />
      </Section>
      <OtherChanges visit={visit} sessions={sessions} />
    </FormPage>
  );
}

function OtherChanges({ visit, sessions }: Omit<SettingsPageProps, "form">) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const path = gatheringPath(gathering);
  const movable = sessions.filter(
    (session) => session.cancelledAt === undefined && Temporal.Instant.compare(session.startsAt, frame.now) > 0,
  );
  const canCancel = canMove(gathering.state, "cancelled");
  if (movable.length === 0 && !canCancel) return null;
  return (
    <Section id="other" title={t("gatherings.settings.other")}>
      <ul>
        {movable.map((session) => (
          <li>
            <a href={`${path}/sessions/${session.id}/time`}>
              {t("gatherings.settings.move", { time: t.briefDateTime(session.startsAt, session.time.zone) })}
            </a>
          </li>
        ))}
        {canCancel && (
          <li>
            <a href={`${path}/cancellation`}>{t("gatherings.settings.cancel")}</a>
          </li>
        )}
      </ul>
    </Section>
  );
}
