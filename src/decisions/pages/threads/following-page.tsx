import { Choice } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { followLevels, type FollowLevel } from "../../model/threads/following.ts";
import { threadPath } from "../addresses.ts";
import type { ThreadVisit } from "../visit.ts";
import { WithinThread } from "./within-thread.tsx";

interface FollowingPageProps {
  readonly visit: ThreadVisit;
  readonly level: FollowLevel | undefined;
  readonly form: FormState;
}

/** The form by which a reader says what they want to hear of a thread. */
export function FollowingPage({ visit, level, form }: FollowingPageProps) {
  const { t, frame } = visit.c.var;
  const label = t("decisions.field.level");
  return (
    <WithinThread
      visit={visit}
      title={t("decisions.following.title")}
      notice={<RefusalSummary form={form} fields={{ level: label }} />}
    >
      <Form frame={frame} action={`${threadPath(visit.thread)}/following`}>
        <Choice
          name="level"
          label={label}
          form={form}
          value={level}
          options={followLevels.map((value) => ({
            value,
            label: t(`decisions.following.${value}`),
            hint: t(`decisions.following-hint.${value}`),
          }))}
        />
        <Submit>{t("decisions.following.submit")}</Submit>
        <VisibilityLine>{t("decisions.following.visible")}</VisibilityLine>
      </Form>
    </WithinThread>
  );
}
