import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Check, Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { electorateKinds } from "../../model/electorate/electorate.ts";
import { silenceKinds } from "../../model/consent/silence.ts";
import { usualDays } from "../../model/consent/timeouts.ts";
import { mostTermMonths, usualTermMonths } from "../../model/consent/version.ts";
import { longestPost } from "../../model/thread.ts";
import type { Consent, ConsentVersion } from "../../store/consent/consents.read.ts";
import { threadPath } from "../addresses.ts";
import type { RulesOfForm } from "../charter/bound-form.ts";
import { BoundInput, BoundPanel, WhatAbout } from "../charter/bound-rules.tsx";
import type { Asking } from "../electorate/asking.ts";
import { ElectorateFields } from "../electorate/electorate-fields.tsx";
import { communityOfPage, type ThreadVisit } from "../visit.ts";

interface DraftingPageProps {
  readonly visit: ThreadVisit;
  readonly form: FormState;
  /** The draft that is changed; undefined for a new one. */
  readonly draft?: undefined | { readonly consent: Consent; readonly version: ConsentVersion };
  readonly action: string;
  readonly asking: Asking;
  /** The matter of the charter that it is about, if any, and the charter that names others. */
  readonly rules: RulesOfForm;
}

export const draftFields = [
  "title",
  "text",
  "need",
  "aim",
  "termMonths",
  "measures",
  "responsible",
  "silence",
  "quorumPercent",
  "clarifyDays",
  "reactDays",
  "consentDays",
  "startsOn",
  "endsOn",
] as const;
const plainFields: readonly string[] = ["title", "text", "termMonths"];

/** The form by which a member drafts a proposal for consent: what, and for how long; the rest can stay as it is. */
export function DraftingPage({ visit, form, draft, action, asking, rules }: DraftingPageProps) {
  const { c, thread, community } = visit;
  const { frame, t } = c.var;
  const title = t(draft === undefined ? "decisions.consent.draft.title" : "decisions.consent.draft.edit-title");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<RefusalSummary form={form} fields={draftLabels(visit)} />}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("decisions.consent.draft.sentence")}
          community={
            <a href={threadPath(thread)}>
              <UserName name={thread.title} />
            </a>
          }
        />
      }
      act={{
        panel: (
          <ActPanel title={t("decisions.consent.draft.after-title")}>
            {rules.bound !== undefined && <BoundPanel visit={visit} bound={rules.bound} />}
            <p>{t("decisions.consent.draft.after")}</p>
            <p>{t("decisions.consent.draft.after-consent")}</p>
          </ActPanel>
        ),
      }}
      unlisted
    >
      {draft === undefined && <WhatAbout visit={visit} rules={rules} />}
      <DraftForm visit={visit} form={form} draft={draft} action={action} asking={asking} rules={rules} />
    </Page>
  );
}

/** The names of a draft's fields, for what is to be mended. */
function draftLabels({ c }: ThreadVisit): Readonly<Record<string, string>> {
  const { t } = c.var;
  const asked = ["electorate", "circleId", "people"].map((name) => [name, t(`decisions.field.${name}`)] as const);
  return Object.fromEntries([
    ...draftFields.map((name) => [name, t(`decisions.consent.field.${name}`)] as const),
    ...asked,
  ]);
}

function DraftForm({ visit, form, draft, action, asking, rules }: DraftingPageProps) {
  const { c, thread } = visit;
  const { frame, t } = c.var;
  const { consent, version } = draft ?? {};
  const field = (name: (typeof draftFields)[number]) => ({ name, label: t(`decisions.consent.field.${name}`), form });
  return (
    <Form frame={frame} action={action} draft={`consent-${consent?.id ?? thread.id}`}>
      <BoundInput bound={rules.bound} />
      <Field {...field("title")} maxlength={160} autocomplete="off" value={version?.title} />
      <TextArea
        {...field("text")}
        hint={t("decisions.consent.hint.text")}
        rows={7}
        maxlength={longestPost}
        value={version?.text}
      />
      <Field
        {...field("termMonths")}
        hint={t("decisions.consent.hint.termMonths")}
        type="number"
        min={1}
        max={mostTermMonths}
        value={version?.termMonths ?? usualTermMonths}
      />
      <Details summary={t("decisions.consent.draft.why")} open={draft !== undefined}>
        <TextArea {...field("need")} hint={t("decisions.consent.hint.need")} optional rows={3} value={consent?.need} />
        <TextArea {...field("aim")} hint={t("decisions.consent.hint.aim")} optional rows={2} value={consent?.aim} />
        <TextArea
          {...field("measures")}
          hint={t("decisions.consent.hint.measures")}
          optional
          rows={2}
          value={version?.measures}
        />
        <Field {...field("responsible")} optional maxlength={300} value={version?.responsible} />
      </Details>
      <Details
        summary={t("decisions.consent.draft.rules")}
        open={Object.keys(form.faults).some((name) => !plainFields.includes(name))}
      >
        {rules.bound === undefined && <FreeRules visit={visit} form={form} draft={draft} asking={asking} />}
        <Check
          name="hidesReactions"
          label={t("decisions.consent.field.hidesReactions")}
          hint={t("decisions.consent.hint.hidesReactions")}
          form={form}
          checked={consent?.hidesReactions ?? false}
        />
        <Field {...field("startsOn")} type="date" optional value={consent?.startsOn?.toString()} />
        <Field
          {...field("endsOn")}
          hint={t("decisions.consent.hint.endsOn")}
          type="date"
          optional
          value={consent?.endsOn?.toString()}
        />
      </Details>
      <Submit>{t(draft === undefined ? "decisions.consent.draft.submit" : "decisions.consent.draft.save")}</Submit>
      <VisibilityLine>{t("decisions.consent.draft.visible")}</VisibilityLine>
    </Form>
  );
}

/** What the charter says of a matter, and what is free for everything else: silence, whom it asks, and how long each round lasts. */
function FreeRules({ visit, form, draft, asking }: Pick<DraftingPageProps, "visit" | "form" | "draft" | "asking">) {
  const { t } = visit.c.var;
  const { rule, roundDays } = draft?.consent ?? {};
  const field = (name: (typeof draftFields)[number]) => ({ name, label: t(`decisions.consent.field.${name}`), form });
  const days = { type: "number", min: 1, max: 60 } as const;
  return (
    <>
      <Choice
        {...field("silence")}
        options={silenceKinds.map((kind) => ({
          value: kind,
          label: t(`decisions.consent.silence.${kind}`),
          hint: t(`decisions.consent.silence-hint.${kind}`),
        }))}
        value={rule?.kind ?? "quorum"}
      />
      <Field {...field("quorumPercent")} type="number" min={1} max={100} value={rule?.quorumPercent ?? 50} />
      <ElectorateFields visit={visit} form={form} kinds={electorateKinds} asking={asking} />
      <Field {...field("clarifyDays")} {...days} value={roundDays?.clarify ?? usualDays.clarify} />
      <Field {...field("reactDays")} {...days} value={roundDays?.react ?? usualDays.react} />
      <Field {...field("consentDays")} {...days} value={roundDays?.consent ?? usualDays.consent} />
    </>
  );
}
