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
import { electorateKinds } from "../../model/electorate/electorate.ts";
import { presets, type Preset } from "../../model/presets.ts";
import { countShowings, reasonRules, secrecies } from "../../model/proposal.ts";
import { turnouts } from "../../model/secret/secret-ballot.ts";
import { longestPost } from "../../model/thread.ts";
import { threadPath } from "../addresses.ts";
import type { Asking } from "../electorate/asking.ts";
import { ChallengeDaysField, electorateFieldNames, ElectorateFields } from "../electorate/electorate-fields.tsx";
import { communityOfPage, type ThreadVisit } from "../visit.ts";

interface PuttingPageProps {
  readonly visit: ThreadVisit;
  readonly method: AnyMethod;
  /** Rules of others that were taken as a start, if any were. */
  readonly preset: Preset | undefined;
  readonly form: FormState;
  readonly asking: Asking;
}

const plainFields = ["title", "options", "closesAt", "text"];
const ruleFields = [...electorateFieldNames, "zone", "quorumPercent", "reasons", "showsCount", "secrecy", "turnout"];

/** The form by which a member puts a proposal forward: what, and until when; how it is decided can stay as it is. */
export function PuttingPage({ visit, method, preset, form, asking }: PuttingPageProps) {
  const { c, thread, community } = visit;
  const { frame, t } = c.var;
  const title = t("decisions.proposals.put");
  const labels = Object.fromEntries(
    [...plainFields, ...ruleFields].map((name) => [name, t(`decisions.field.${name}`)]),
  );
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
      act={{ panel: <MethodPanel visit={visit} method={method} preset={preset} /> }}
      unlisted
    >
      <PuttingForm visit={visit} method={method} preset={preset} form={form} asking={asking} />
    </Page>
  );
}

function MethodPanel({ visit, method, preset }: Omit<PuttingPageProps, "form" | "asking">) {
  const { t } = visit.c.var;
  const path = `${threadPath(visit.thread)}/proposals/new`;
  return (
    <ActPanel title={t("decisions.proposals.method-title")}>
      <p>
        <strong>{t(`decisions.method.${method.rules.id}.name`)}.</strong>{" "}
        {t(`decisions.method.${method.rules.id}.counts`)}
      </p>
      <p>{t(`decisions.method.${method.rules.id}.know`)}</p>
      {preset !== undefined && (
        <>
          <p>{t(`decisions.preset.${preset.id}.rule`)}</p>
          <p class="term-line">{t("decisions.preset.source", { source: preset.source })}</p>
        </>
      )}
      <Details summary={t("decisions.preset.title")}>
        <ul class="method-list">
          {presets.map(({ id }) => (
            <li>
              <a href={`${path}?preset=${id}`}>{t(`decisions.preset.${id}.name`)}</a>
              <span class="method-counts">{t(`decisions.preset.${id}.rule`)}</span>
            </li>
          ))}
        </ul>
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
    </ActPanel>
  );
}

function PuttingForm({ visit, method, preset, form, asking }: PuttingPageProps) {
  const { c, thread, community } = visit;
  const { frame, t } = c.var;
  const field = (name: string) => ({ name, label: t(`decisions.field.${name}`), form });
  const { options, defaults, id } = method.rules;
  const faulty = Object.keys(form.faults).some((name) => !plainFields.includes(name));
  const views = viewsOf({ method: id });
  const { settings } = views;
  return (
    <Form frame={frame} action={`${threadPath(thread)}/proposals`} draft={`proposal-${thread.id}`}>
      <input type="hidden" name="method" value={id} />
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
        value={inDays(frame.now, community.zone, preset?.days ?? 7)}
      />
      <TextArea {...field("text")} optional maxlength={longestPost} rows={6} />
      <Details summary={t("decisions.proposals.rules")} open={faulty || preset !== undefined}>
        {settings?.fields(form, preset?.settings ?? defaults)}
        <Field
          {...field("quorumPercent")}
          hint={t("decisions.field-hint.quorumPercent")}
          type="number"
          min={0}
          max={100}
          value={preset?.quorumPercent ?? 0}
        />
        <ElectorateFields visit={visit} form={form} kinds={electorateKinds} asking={asking} />
        <ChallengeDaysField visit={visit} form={form} />
        <Choice {...field("reasons")} options={optionsOf(visit, "reasons", reasonRules)} value="optional" />
        <Choice {...field("showsCount")} options={optionsOf(visit, "shows", countShowings)} value="at-once" />
        <Choice {...field("secrecy")} options={optionsOf(visit, "secrecy", secrecies)} value="open" />
        <Choice {...field("turnout")} options={optionsOf(visit, "turnout", turnouts)} value="hidden" />
        <Select {...field("zone")} options={zoneOptions(community.zone)} value={community.zone} />
      </Details>
      <Submit>{t("decisions.proposals.submit")}</Submit>
      <VisibilityLine>{t("decisions.proposals.visible")}</VisibilityLine>
    </Form>
  );
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
