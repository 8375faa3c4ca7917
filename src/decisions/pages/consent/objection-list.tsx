import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Choice } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserText } from "../../../ui/text.tsx";
import { isOneVoice } from "../../model/consent/speaker.ts";
import type { Objection } from "../../store/consent/objections.read.ts";
import type { ConsentView } from "./consent-view.ts";
import { consentPath } from "./consent-visit.ts";
import { ownForm } from "./own-form.ts";
import { areSpeakersShown, SaidBy } from "./said-by.tsx";

interface ObjectionListProps {
  readonly view: ConsentView;
  readonly form: FormState;
}

interface ObjectionProps extends ObjectionListProps {
  readonly objection: Objection;
}

/** The records of objections, the newest first, each with what was added, how it was tested and how it was met. */
export function ObjectionList({ view, form }: ObjectionListProps) {
  return (
    <ol class="post-list">
      {view.objections.map((objection) => (
        <li class="post" id={`objection-${objection.id}`}>
          <ObjectionRecord view={view} form={form} objection={objection} />
        </li>
      ))}
    </ol>
  );
}

function ObjectionRecord({ view, form, objection }: ObjectionProps) {
  const { t } = view.visit.c.var;
  const more = (["aim", "evidence", "severity", "workable"] as const)
    .filter((part) => objection[part] !== "")
    .map((part) => ({
      term: t(`decisions.consent.field.${part}`),
      definition: <UserText text={objection[part]} />,
    }));
  return (
    <>
      <p class="post-head">
        <SaidBy view={view} by={objection} /> · <BriefTime t={t} instant={objection.raisedAt} /> ·{" "}
        {t("decisions.consent.version", { version: objection.version })} ·{" "}
        {t(`decisions.consent.objection-kind.${objection.kind}`)}
      </p>
      <UserText text={objection.statement} />
      {more.length > 0 && <DefinitionList definitions={more} />}
      <Standing view={view} objection={objection} />
      <Remarks view={view} objection={objection} />
      <RecordActs view={view} form={form} objection={objection} />
    </>
  );
}

/** Where a record stands: what the test found and by whom, how it was met, and whether its objector says so too. */
function Standing({ view, objection }: Omit<ObjectionProps, "form">) {
  const { t } = view.visit.c.var;
  const { state, testedBy, resolvedHow, resolvedVersion, confirmed } = objection;
  return (
    <p>
      <strong>{t(`decisions.consent.objection-state.${state}`)}</strong>{" "}
      {testedBy !== undefined && state !== "resolved" && t(`decisions.consent.tested-by.${testedBy}`)}{" "}
      {resolvedHow !== undefined &&
        resolvedVersion !== undefined &&
        t("decisions.consent.met-by", {
          version: resolvedVersion,
          how: t(`decisions.consent.integration.${resolvedHow}`),
        })}{" "}
      {confirmed !== undefined &&
        t(confirmed.will ? "decisions.consent.confirmed" : "decisions.consent.not-confirmed", {
          version: confirmed.version,
        })}
    </p>
  );
}

function Remarks({ view, objection }: Omit<ObjectionProps, "form">) {
  const { t } = view.visit.c.var;
  const remarks = view.remarks.filter(({ objectionId }) => objectionId === objection.id);
  if (remarks.length === 0 || !areSpeakersShown(view)) return null;
  return (
    <ul class="answer-below">
      {remarks.map((remark) => (
        <li>
          <SaidBy view={view} by={remark} />: {t(`decisions.consent.remark.${remark.kind}`)}
          {remark.words !== "" && <UserText text={remark.words} />}
        </li>
      ))}
    </ul>
  );
}

/** What the reader can do with a record now. */
function RecordActs({ view, form, objection }: ObjectionProps) {
  const { c, consent } = view.visit;
  const { speaker } = view;
  const { t, frame } = c.var;
  const isOpen = objection.state === "untested" || objection.state === "qualified";
  const isAsked = consent.state === "objections" || consent.state === "test" || consent.state === "integrate";
  if (!isOpen || !isAsked || speaker === undefined) return null;
  const path = `${consentPath(consent)}/objections/${objection.id}`;
  if (isOneVoice(objection, speaker)) {
    return (
      <Form frame={frame} action={`${path}/settlement`} label={t("decisions.consent.your-objection")}>
        <p class="two-buttons">
          <Submit kind="quiet" name="as" value="concern">
            {t("decisions.consent.let-be-concern")}
          </Submit>
          <Submit kind="quiet" name="as" value="withdrawn">
            {t("decisions.consent.withdraw-objection")}
          </Submit>
        </p>
      </Form>
    );
  }
  const words = `words-${objection.id}`;
  const own = ownForm(form, words);
  if (consent.state === "test" && objection.state === "untested") {
    return (
      <Form frame={frame} action={`${path}/judgement`} label={t("decisions.consent.test-title")}>
        <p>{t("decisions.consent.test-questions")}</p>
        <Choice
          name="verdict"
          label={t("decisions.consent.field.verdict")}
          form={own}
          options={["stands", "concern"].map((verdict) => ({
            value: verdict,
            label: t(`decisions.consent.verdict.${verdict}`),
          }))}
        />
        <TextArea name={words} label={t("decisions.field.reason")} form={own} rows={2} maxlength={5_000} optional />
        <Submit kind="quiet">{t("decisions.consent.test-submit")}</Submit>
      </Form>
    );
  }
  return (
    <Details summary={t("decisions.consent.add-to")} open={form.faults[words] !== undefined}>
      <Form frame={frame} action={`${path}/additions`} label={t("decisions.consent.add-to")}>
        <TextArea name={words} label={t("decisions.consent.field.addition")} form={own} rows={2} maxlength={2_000} />
        <Submit kind="quiet">{t("decisions.consent.add-submit")}</Submit>
      </Form>
    </Details>
  );
}
