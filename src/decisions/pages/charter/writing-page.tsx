import type { Circle } from "../../../circles/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Select, type Option } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { placeOfZone } from "../../../ui/zones.ts";
import { charterMatter, matterOf } from "../../model/charter/charter.ts";
import { consentWay } from "../../model/charter/consent-way.ts";
import { mostTermMonths, usualTermMonths } from "../../model/consent/version.ts";
import { longestPost } from "../../model/thread.ts";
import type { CharterVersion } from "../../store/charter/charter.read.ts";
import type { Thread } from "../../store/threads/threads.read.ts";
import { UnderPage } from "../under-page.tsx";
import type { CommunityVisit } from "../visit.ts";
import { CharterFields, charterLabels } from "./charter-form.tsx";
import { charterPath } from "./charter-paths.ts";
import { closingInDays } from "./closing-in-days.ts";
import { matterInWords, wayName } from "./matter-words.ts";

interface WritingPageProps {
  readonly visit: CommunityVisit;
  readonly form: FormState;
  /** The circles that a matter can be put to. */
  readonly circles: readonly Circle[];
}

interface AmendingPageProps extends WritingPageProps {
  readonly charter: CharterVersion;
  /** Threads in which it can be put forward. */
  readonly threads: readonly Thread[];
  /** The thread from which the reader came. */
  readonly threadId: string;
}

/** The form by which stewards set the first charter. */
export function FirstCharterPage({ visit, form, circles }: WritingPageProps) {
  const { c, community } = visit;
  const { t, frame } = c.var;
  return (
    <UnderPage
      visit={visit}
      title={t("decisions.charter.first")}
      sentence={t("decisions.charter.first-explained")}
      about={{ path: charterPath(community), name: community.name }}
      notice={<RefusalSummary form={form} fields={charterLabels(t)} />}
      panel={
        <ActPanel title={t("decisions.charter.after-title")}>
          <p>{t("decisions.charter.after-first")}</p>
          <p>{t("decisions.charter.after-itself")}</p>
        </ActPanel>
      }
    >
      <Form frame={frame} action={charterPath(community)} draft={`charter-${community.id}`}>
        <CharterFields t={t} form={form} charter={undefined} circles={circles} />
        <Submit>{t("decisions.charter.set")}</Submit>
        <VisibilityLine>{t("decisions.charter.visible")}</VisibilityLine>
      </Form>
    </UnderPage>
  );
}

/** The form by which a member puts an amendment of the charter forward. */
export function AmendingPage({ visit, form, circles, charter, threads, threadId }: AmendingPageProps) {
  const { c, community } = visit;
  const { t, frame } = c.var;
  const rule = matterOf(charter, charterMatter);
  const labels = { title: t("decisions.field.title"), text: t("decisions.charter.field.why") };
  const closesAt = t("decisions.field.closesAt");
  const termMonths = t("decisions.consent.field.termMonths");
  return (
    <UnderPage
      visit={visit}
      title={t("decisions.charter.amend")}
      sentence={t("decisions.charter.amend-sentence")}
      about={{ path: charterPath(community), name: community.name }}
      notice={<RefusalSummary form={form} fields={{ ...charterLabels(t), ...labels, closesAt, termMonths }} />}
      panel={
        rule !== undefined && (
          <ActPanel title={t("decisions.charter.by-its-rule")}>
            <p>
              <strong>{wayName(t, rule.way)}</strong>
            </p>
            <ul class="rules">
              {matterInWords(t, rule).map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
            <p>
              {t(rule.method === consentWay ? "decisions.charter.after-consent" : "decisions.charter.after-amendment")}
            </p>
          </ActPanel>
        )
      }
    >
      <Form frame={frame} action={`${charterPath(community)}/amendments`} draft={`amendment-${community.id}`}>
        <Field
          name="title"
          label={labels.title}
          hint={t("decisions.charter.hint.title")}
          form={form}
          maxlength={160}
          autocomplete="off"
        />
        <TextArea name="text" label={labels.text} form={form} rows={5} maxlength={longestPost} />
        {rule?.method === consentWay ? (
          <Field
            name="termMonths"
            label={termMonths}
            hint={t("decisions.consent.hint.termMonths")}
            form={form}
            type="number"
            min={1}
            max={mostTermMonths}
            value={usualTermMonths}
          />
        ) : (
          <Field
            name="closesAt"
            label={closesAt}
            hint={t("decisions.field-hint.closesAt", { zone: placeOfZone(community.zone) })}
            form={form}
            type="datetime-local"
            value={closingInDays(frame.now, community.zone, rule?.days ?? 0)}
          />
        )}
        <Select
          name="thread"
          label={t("decisions.charter.field.thread")}
          form={form}
          options={threadOptions(visit, threads, (rule?.threadDays ?? 0) > 0)}
          value={threadId}
        />
        <CharterFields t={t} form={form} charter={charter} circles={circles} />
        <Submit>{t("decisions.charter.propose")}</Submit>
        <VisibilityLine>{t("decisions.charter.proposal-visible")}</VisibilityLine>
      </Form>
    </UnderPage>
  );
}

/** A thread of its own first, unless threads must be some days old. */
function threadOptions({ c }: CommunityVisit, threads: readonly Thread[], mustBeOlder: boolean): readonly Option[] {
  const own = mustBeOlder ? [] : [{ value: "", label: c.var.t("decisions.charter.own-thread") }];
  return [...own, ...threads.map(({ id, title }) => ({ value: id, label: title }))];
}
