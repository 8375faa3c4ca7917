import { doneKey } from "../../../ui/after-act.ts";
import { Check, Choice, Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import type { Ladder } from "../../commands/ladder/ladder-of.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { longest } from "../../model/entry-fields.ts";
import { delegateBounds } from "../../model/ladder/delegate.ts";
import { documentBounds, documentKinds, documentLicences } from "../../model/ladder/document.ts";
import { vouchBounds } from "../../model/ladder/vouch.ts";
import { entryPath } from "../directory-paths.ts";
import { DelegateLine, DocumentLine, VouchLine } from "./ladder-pieces.tsx";
import { delegatesPath, documentsPath, vouchesPath } from "./ladder-paths.ts";

interface LadderPageProps {
  readonly c: PageContext;
  readonly form: FormState;
  readonly entry: DescribedEntry;
  readonly ladder: Ladder;
  /** Whether this server asks others for anything. */
  readonly looks: boolean;
}

const done = ["delegate-named", "document-shown", "evidence-withdrawn", "vouch-answered"] as const;

/** Where whoever speaks for a place names its delegates, shows its documents, and replies to vouches. */
export function LadderPage(props: LadderPageProps) {
  const { c, form, entry } = props;
  const { frame, t } = c.var;
  const fields = ["handle", "scope", "decision", "until", "kind", "url", "licence", "vouch", "reply"];
  const labels = Object.fromEntries(fields.map((field) => [field, t(`directory.ladder.field.${field}`)]));
  const shown = doneKey(c, done);
  return (
    <Page
      frame={frame}
      title={t("directory.ladder.page-title")}
      notice={
        shown === undefined ? (
          <RefusalSummary form={form} fields={labels} />
        ) : (
          <Notice t={t} what={t(`directory.done.${shown}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={t("directory.ladder.page-title")}
          sentence={t("directory.ladder.page-sentence", { host: entry.domain ?? entry.name })}
          community={
            <a href={entryPath(entry)}>
              <UserName name={entry.name} />
            </a>
          }
        />
      }
    >
      <Delegates {...props} />
      <Documents {...props} />
      <Vouches {...props} />
    </Page>
  );
}

function Delegates({ c, form, entry, ladder }: LadderPageProps) {
  const { frame, t } = c.var;
  const action = delegatesPath(entry);
  return (
    <Section
      id="delegates"
      title={t("directory.ladder.level.delegate")}
      explained={t("directory.ladder.delegates-explained")}
    >
      <ul class="ladder-pieces">
        {ladder.delegates.map((delegate) => (
          <li>
            <DelegateLine c={c} entry={entry} delegate={delegate} />
            <TakeBack c={c} action={`${action}/removal`} id={delegate.id} label={delegate.handle} />
          </li>
        ))}
      </ul>
      {ladder.delegates.length < delegateBounds.most && (
        <Form frame={frame} action={action}>
          <Field
            name="handle"
            label={t("directory.ladder.field.handle")}
            hint={t("directory.ladder.hint.handle")}
            form={form}
            maxlength={300}
            autocomplete="off"
          />
          <Field
            name="decision"
            type="url"
            label={t("directory.ladder.field.decision")}
            hint={t("directory.ladder.hint.decision")}
            form={form}
            maxlength={longest.url}
            autocomplete="off"
          />
          <Field
            name="until"
            type="date"
            label={t("directory.ladder.field.until")}
            hint={t("directory.ladder.hint.until")}
            form={form}
          />
          <Field
            name="scope"
            label={t("directory.ladder.field.scope")}
            hint={t("directory.ladder.hint.scope")}
            form={form}
            optional
            maxlength={delegateBounds.scope}
          />
          <Submit>{t("directory.ladder.name-delegate")}</Submit>
        </Form>
      )}
    </Section>
  );
}

function Documents({ c, form, entry, ladder, looks }: LadderPageProps) {
  const { frame, t } = c.var;
  const action = documentsPath(entry);
  const options = (of: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`directory.document-${of}.${value}`) }));
  return (
    <Section
      id="documents"
      title={t("directory.ladder.level.documents")}
      explained={t("directory.ladder.documents-explained")}
    >
      <ul class="ladder-pieces">
        {ladder.documents.map((document) => (
          <li>
            <DocumentLine c={c} entry={entry} document={document} />
            <TakeBack
              c={c}
              action={`${action}/removal`}
              id={document.id}
              label={t(`directory.document-kind.${document.kind}`)}
            />
          </li>
        ))}
      </ul>
      {!looks && <Notice t={t} meaning="note" what={t("directory.verify-off")} />}
      {looks && ladder.documents.length < documentBounds.most && (
        <Form frame={frame} action={action}>
          <Select
            name="kind"
            label={t("directory.ladder.field.kind")}
            form={form}
            options={options("kind", documentKinds)}
          />
          <Field
            name="url"
            type="url"
            label={t("directory.ladder.field.url")}
            hint={t("directory.ladder.hint.url")}
            form={form}
            maxlength={longest.url}
            autocomplete="off"
          />
          <Choice
            name="licence"
            label={t("directory.ladder.field.licence")}
            hint={t("directory.ladder.hint.licence")}
            form={form}
            options={options("licence", documentLicences)}
          />
          <Submit>{t("directory.ladder.show-document")}</Submit>
        </Form>
      )}
    </Section>
  );
}

function Vouches({ c, form, entry, ladder }: LadderPageProps) {
  const { frame, t } = c.var;
  const { vouches } = ladder;
  return (
    <Section id="vouches" title={t("directory.ladder.level.peers")} explained={t("directory.ladder.peers-explained")}>
      <ul class="ladder-pieces">
        {vouches.map((vouch) => (
          <li>
            <VouchLine c={c} vouch={vouch} />
          </li>
        ))}
      </ul>
      {vouches.length > 0 && (
        <Form frame={frame} action={`${vouchesPath(entry)}/reply`}>
          <Select
            name="vouch"
            label={t("directory.ladder.field.vouch")}
            form={form}
            options={vouches.map(({ id, by }) => ({ value: id, label: `${by.name} · ${by.domain}` }))}
          />
          <TextArea
            name="reply"
            label={t("directory.ladder.field.reply")}
            hint={t("directory.ladder.hint.reply")}
            form={form}
            optional
            rows={3}
            maxlength={vouchBounds.reply}
          />
          <Check name="declines" label={t("directory.ladder.field.declines")} form={form} />
          <Submit kind="quiet">{t("directory.ladder.answer")}</Submit>
        </Form>
      )}
    </Section>
  );
}

interface TakeBackProps {
  readonly c: PageContext;
  readonly action: string;
  readonly id: string;
  /** Of what it is taken back. */
  readonly label: string;
}

function TakeBack({ c, action, id, label }: TakeBackProps) {
  const { frame, t } = c.var;
  return (
    <Form frame={frame} action={action}>
      <input type="hidden" name="id" value={id} />
      <Submit kind="quiet" label={`${t("directory.withdraw")}: ${label}`}>
        {t("directory.withdraw")}
      </Submit>
    </Form>
  );
}
