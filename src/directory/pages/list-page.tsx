import type { Translator } from "../../kernel/i18n/translator.ts";
import { Field } from "../../ui/components/field.tsx";
import { FileField } from "../../ui/components/file-field.tsx";
import { Form } from "../../ui/components/form.tsx";
import { Notice } from "../../ui/components/notice.tsx";
import { PageHead } from "../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../ui/components/refusal-summary.tsx";
import { Section } from "../../ui/components/section.tsx";
import { Submit } from "../../ui/components/submit.tsx";
import { TextArea } from "../../ui/components/text-area.tsx";
import type { FormState } from "../../ui/form-state.ts";
import { Page } from "../../ui/layout.tsx";
import type { PageContext } from "../../ui/request.ts";
import type { ListTaken } from "./list-taken.ts";
import { directoryPath } from "./directory-paths.ts";

interface ListPageProps {
  readonly c: PageContext;
  readonly form: FormState;
  /** What came of the list that was taken over last. */
  readonly taken?: ListTaken | undefined;
  /** Whether this server asks others for anything. */
  readonly looks: boolean;
}

/** Where operators take over whole lists: the one that comes with the program, a CSV file, or a table of a wiki page. */
export function ListPage({ c, form, taken, looks }: ListPageProps) {
  const { frame, t } = c.var;
  const action = `${directoryPath}/lists`;
  const labels = {
    list: t("directory.list"),
    called: t("directory.list-called"),
    address: t("directory.list-address"),
  };
  return (
    <Page
      frame={frame}
      title={t("directory.take-over")}
      notice={taken === undefined ? <RefusalSummary form={form} fields={labels} /> : <Taken t={t} taken={taken} />}
      head={
        <PageHead
          frame={frame}
          name={t("directory.take-over")}
          sentence={t("directory.take-over-sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
    >
      <Section id="first" title={t("directory.first-list")}>
        <p>{t("directory.first-list-what")}</p>
        <Form frame={frame} action={action}>
          <input type="hidden" name="from" value="program" />
          <Submit kind="quiet">{t("directory.first-list-take")}</Submit>
        </Form>
      </Section>
      <Section id="other" title={t("directory.other-list")}>
        <p>{t("directory.other-list-what")}</p>
        <Form frame={frame} action={action} hasFile>
          <input type="hidden" name="from" value="given" />
          <Field
            name="called"
            label={labels.called}
            hint={t("directory.list-called-hint")}
            form={form}
            maxlength={80}
          />
          <FileField
            beside="list"
            label={t("directory.list-file")}
            form={form}
            accept=".csv,.json,.md,.txt,text/csv,application/json"
          />
          <TextArea
            name="list"
            label={labels.list}
            hint={t("directory.list-hint")}
            form={form}
            optional="said-above"
            rows={10}
          />
          <Submit>{t("directory.list-take")}</Submit>
        </Form>
      </Section>
      {looks && (
        <Section id="elsewhere" title={t("directory.list-elsewhere")}>
          <p>{t("directory.list-elsewhere-what")}</p>
          <Form frame={frame} action={action}>
            <input type="hidden" name="from" value="address" />
            <Field
              name="address"
              type="url"
              label={labels.address}
              hint={t("directory.list-address-hint")}
              form={form}
              maxlength={2_000}
              autocomplete="off"
            />
            <Submit kind="quiet">{t("directory.list-elsewhere-take")}</Submit>
          </Form>
        </Section>
      )}
    </Page>
  );
}

/** How many places came, and which rows did not, each with its reason. */
function Taken({ t, taken }: { readonly t: Translator; readonly taken: ListTaken }) {
  const { added, known, optedOut, passedOver } = taken;
  return (
    <Notice t={t} what={t("directory.taken", { added, known })}>
      {optedOut > 0 && <p>{t("directory.taken-opted-out", { count: optedOut })}</p>}
      {passedOver.length > 0 && (
        <ul>
          {passedOver.map(({ row, reason }) => (
            <li>{t(`directory.passed-over.${reason}`, { row })}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={directoryPath}>{t("directory.home-see")}</a>
      </p>
    </Notice>
  );
}
