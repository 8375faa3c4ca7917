import { Select } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { motionSubjects } from "../../model/consent/rounds.ts";
import type { ConsentView } from "./consent-view.ts";
import { consentPath } from "./consent-visit.ts";
import { ownForm } from "./own-form.ts";
import { ReasonField } from "./panel-forms.tsx";

interface TendingProps {
  readonly view: ConsentView;
  readonly form: FormState;
}

/** What whoever put it forward and those who facilitate can do besides. */
export function ConsentTending({ view, form }: TendingProps) {
  const { visit, isAuthor } = view;
  const { c, consent } = visit;
  const { t } = c.var;
  if (consent.endedAt !== undefined || !(isAuthor || visit.isSteward)) return null;
  const faulty = ["reason", "motion"].some((name) => form.faults[name] !== undefined) || form.fault !== undefined;
  return (
    <Details summary={t("decisions.consent.tending.title")} open={faulty}>
      {visit.isSteward && consent.state === "objections" && <GatheringEnd view={view} />}
      {visit.isSteward && consent.state === "present" && <Referral view={view} form={form} />}
      {consent.state !== "draft" && <AnotherWay view={view} form={form} />}
      {isAuthor && <TakingBack view={view} />}
    </Details>
  );
}

function GatheringEnd({ view }: Pick<TendingProps, "view">) {
  const { c, consent } = view.visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${consentPath(consent)}/gathering-end`} label={t("decisions.consent.tending.to-test")}>
      <p>{t("decisions.consent.tending.to-test-words")}</p>
      <Submit kind="quiet">{t("decisions.consent.tending.to-test")}</Submit>
    </Form>
  );
}

function Referral({ view, form }: TendingProps) {
  const { c, consent } = view.visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${consentPath(consent)}/referral`} label={t("decisions.consent.tending.refer")}>
      <ReasonField form={form} label={t("decisions.consent.tending.refer-where")} />
      <Submit kind="quiet">{t("decisions.consent.tending.refer")}</Submit>
    </Form>
  );
}

/** Another way is the circle's to choose; here it is asked. */
function AnotherWay({ view, form }: TendingProps) {
  const { visit, motion } = view;
  const { c, consent } = visit;
  const { t, frame } = c.var;
  if (motion !== undefined && motion.round.closedAt === undefined) return null;
  const own = ownForm(form, "motion");
  return (
    <Form frame={frame} action={`${consentPath(consent)}/motion`} label={t("decisions.consent.tending.another-way")}>
      <p>{t("decisions.consent.tending.another-way-words")}</p>
      <Select
        name="subject"
        label={t("decisions.consent.field.subject")}
        form={own}
        options={motionSubjects.map((subject) => ({ value: subject, label: t(`decisions.consent.motion.${subject}`) }))}
        value="helping-circle"
      />
      <TextArea name="motion" label={t("decisions.consent.field.motion")} form={own} rows={2} maxlength={2_000} />
      <Submit kind="quiet">{t("decisions.consent.tending.another-way")}</Submit>
    </Form>
  );
}

function TakingBack({ view }: Pick<TendingProps, "view">) {
  const { c, consent } = view.visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${consentPath(consent)}/ending`} label={t("decisions.consent.tending.take-back")}>
      <p>{t("decisions.consent.tending.take-back-words")}</p>
      <p class="two-buttons">
        <Submit kind="quiet" name="how" value="park">
          {t("decisions.consent.tending.park")}
        </Submit>
        <Submit kind="stop" name="how" value="withdraw">
          {t("decisions.consent.tending.take-back")}
        </Submit>
      </p>
    </Form>
  );
}
