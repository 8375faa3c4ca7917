import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice, Select, type Option } from "../../../ui/components/choice.tsx";
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
import { placeOfZone, zones } from "../../../ui/zones.ts";
import { methods, type AnyMethod } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import type { Preset } from "../../model/presets.ts";
import { electorateKinds } from "../../model/electorate/electorate.ts";
import { countShowings, reasonRules, secrecies, type ReasonRule } from "../../model/proposal.ts";
import { turnouts } from "../../model/secret/secret-ballot.ts";
import type { Template } from "../../store/lifecycle/templates.read.ts";
import { longestPost } from "../../model/thread.ts";
import { threadPath } from "../addresses.ts";
import { LifeFields, lifeFieldNames } from "../lifecycle/life-fields.tsx";
import { TemplateList } from "../lifecycle/template-list.tsx";
import { BoundInput, BoundPanel, PresetList, WhatAbout } from "../charter/bound-rules.tsx";
import type { RulesOfForm } from "../charter/bound-form.ts";
import { closingInDays } from "../charter/closing-in-days.ts";
import type { Asking } from "../electorate/asking.ts";
import { ChallengeDaysField, electorateFieldNames, ElectorateFields } from "../electorate/electorate-fields.tsx";
import { communityOfPage, type ThreadVisit } from "../visit.ts";

interface PuttingPageProps {
  readonly visit: ThreadVisit;
  readonly method: AnyMethod;
  /** The rules that it is put under, if any, and the charter that names others. */
  readonly rules: RulesOfForm;
  /** Rules of others that were taken as a start, to be changed. */
  readonly start: Preset | undefined;
  readonly form: FormState;
  readonly templates: readonly Template[];
  readonly asking: Asking;
}

const plainFields = ["title", "options", "closesAt", "text"];
const ruleFields = [...electorateFieldNames, "zone", "quorumPercent", "reasons", "showsCount", "secrecy", "turnout"];

/** The form by which a member puts a proposal forward: what, and until when; how it is decided can stay as it is. */
export function PuttingPage({ visit, method, rules, start, form, templates, asking }: PuttingPageProps) {
  const { c, thread, community } = visit;
  const { frame, t } = c.var;
  const title = t("decisions.proposals.put");
  const labels = Object.fromEntries([
    ...[...plainFields, ...ruleFields].map((name) => [name, t(`decisions.field.${name}`)] as const),
    ...lifeFieldNames.map((name) => [name, t(`decisions.lifecycle.field.${name}`)] as const),
  ]);
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
          sentence={t("decisions.proposals.put-sentence")}
          community={
            <a href={threadPath(thread)}>
              <UserName name={thread.title} />
            </a>
          }
        />
      }
      act={{ panel: <MethodPanel visit={visit} method={method} rules={rules} templates={templates} /> }}
      unlisted
    >
      <WhatAbout visit={visit} rules={rules} />
      <PuttingForm visit={visit} method={method} rules={rules} start={start} form={form} asking={asking} />
    </Page>
  );
}

function MethodPanel({ visit, method, rules, templates }: Omit<PuttingPageProps, "form" | "start" | "asking">) {
  const { t } = visit.c.var;
  return (
    <ActPanel title={t("decisions.proposals.method-title")}>
      {rules.bound === undefined ? (
        <p>
          <strong>{t(`decisions.method.${method.rules.id}.name`)}.</strong>{" "}
          {t(`decisions.method.${method.rules.id}.counts`)}
        </p>
      ) : (
        <BoundPanel visit={visit} bound={rules.bound} />
      )}
      <p>{t(`decisions.method.${method.rules.id}.know`)}</p>
      {rules.bound?.by !== "matter" && <OtherWays visit={visit} method={method} templates={templates} />}
    </ActPanel>
  );
}

/** The ways besides; a matter of the charter is decided in its own way and in no other. */
function OtherWays({ visit, method, templates }: Pick<PuttingPageProps, "visit" | "method" | "templates">) {
  const { t } = visit.c.var;
  const path = `${threadPath(visit.thread)}/proposals/new`;
  return (
    <>
      <TemplateList visit={visit} templates={templates} />
      <Details summary={t("decisions.preset.title")}>
        <PresetList visit={visit} />
      </Details>
      <Details summary={t("decisions.proposals.other-methods")}>
        <ul class="method-list">
          {methods
            .filter(({ rules }) => rules.id !== method.rules.id)
            .map(({ rules }) => (
              <li>
                <a href={`${path}?method=${rules.id}`}>{t(`decisions.method.${rules.id}.name`)}</a>
                <span class="method-counts">{t(`decisions.method.${rules.id}.counts`)}</span>
              </li>
            ))}
        </ul>
      </Details>
    </>
  );
}

function PuttingForm({ visit, method, rules, start, form, asking }: Omit<PuttingPageProps, "templates">) {
  const { c, thread, community } = visit;
  const { frame, t } = c.var;
  const field = (name: string) => ({ name, label: t(`decisions.field.${name}`), form });
  const { options, defaults, id } = method.rules;
  const elsewhere: readonly string[] = [...plainFields, ...lifeFieldNames];
  const faulty = Object.keys(form.faults).some((name) => !elsewhere.includes(name));
  const views = viewsOf({ method: id });
  const { settings } = views;
  return (
    <Form frame={frame} action={`${threadPath(thread)}/proposals`} draft={`proposal-${thread.id}`}>
      <input type="hidden" name="method" value={id} />
      <BoundInput bound={rules.bound} />
      <Field {...field("title")} hint={t("decisions.field-hint.title")} maxlength={160} autocomplete="off" />
      {options.kind === "own" && (
        <TextArea
          {...field("options")}
          hint={views.optionsHint?.(t) ?? t("decisions.field-hint.options")}
          rows={5}
          maxlength={20_000}
        />
      )}
      <Field
        {...field("closesAt")}
        hint={t("decisions.field-hint.closesAt", { zone: placeOfZone(community.zone) })}
        type="datetime-local"
        value={
          rules.bound === undefined
            ? inDays(frame.now, community.zone, start?.days ?? 7)
            : closingInDays(frame.now, community.zone, rules.bound.bylaws.days)
        }
      />
      <TextArea {...field("text")} optional maxlength={longestPost} rows={6} />
      <Details summary={t("decisions.proposals.rules")} open={faulty || start !== undefined}>
        {rules.bound === undefined && settings?.fields(form, start?.settings ?? defaults)}
        {rules.bound === undefined && (
          <Field
            {...field("quorumPercent")}
            hint={t("decisions.field-hint.quorumPercent")}
            type="number"
            min={0}
            max={100}
            value={start?.quorumPercent ?? 0}
          />
        )}
        {rules.bound === undefined && (
          <ElectorateFields visit={visit} form={form} kinds={electorateKinds} asking={asking} />
        )}
        <ChallengeDaysField visit={visit} form={form} />
        {rules.bound?.bylaws.reasons === undefined && (
          <Choice
            {...field("reasons")}
            options={optionsOf(visit, "reasons", reasonsFor(method))}
            value={start?.reasons ?? "optional"}
          />
        )}
        <Choice {...field("showsCount")} options={optionsOf(visit, "shows", countShowings)} value="at-once" />
        <Choice {...field("secrecy")} options={optionsOf(visit, "secrecy", secrecies)} value="open" />
        <Choice {...field("turnout")} options={optionsOf(visit, "turnout", turnouts)} value="hidden" />
        <Select {...field("zone")} options={zoneOptions(community.zone)} value={community.zone} />
      </Details>
      <LifeFields method={method} form={form} />
      <Submit>{t("decisions.proposals.submit")}</Submit>
      <VisibilityLine>{t("decisions.proposals.visible")}</VisibilityLine>
    </Form>
  );
}

/** A reason from those who disagree is wanted only where an answer can disagree. */
function reasonsFor({ rules }: AnyMethod): readonly ReasonRule[] {
  return reasonRules.filter((rule) => rule !== "required-when-disagreeing" || rules.disagrees !== undefined);
}

/** So many days from now at the same minute, as a field for times has it. */
function inDays(now: Temporal.Instant, zone: string, days: number): string {
  return now.toZonedDateTimeISO(zone).add({ days }).toPlainDateTime().toString({ smallestUnit: "minute" });
}

function optionsOf({ c }: ThreadVisit, name: string, values: readonly string[]): readonly Option[] {
  return values.map((value) => ({ value, label: c.var.t(`decisions.rules.${name}.${value}`) }));
}

function zoneOptions(present: string): readonly Option[] {
  const names = zones.includes(present) ? zones : [present, ...zones];
  return names.map((zone) => ({ value: zone, label: placeOfZone(zone) }));
}
