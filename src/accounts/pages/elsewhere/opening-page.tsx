import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { Faults } from "./elsewhere-page.tsx";

interface OpeningPageProps {
  readonly c: PageContext;
  readonly form: FormState;
}

/** What taking part elsewhere is, for somebody who does not yet, and the one act by which it begins. */
export function OpeningPage({ c, form }: OpeningPageProps) {
  const { frame, t, reader } = c.var;
  const title = t("accounts.elsewhere.title");
  const { host } = frame.site.origin;
  return (
    <Page
      frame={frame}
      title={title}
      notice={<Faults c={c} form={form} />}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.elsewhere.what")} />}
      unlisted
    >
      <ActPanel title={t("accounts.elsewhere.open-act")}>
        <p>{t("accounts.elsewhere.open-words")}</p>
        <Form frame={frame} action="/me/elsewhere">
          <Field
            name="handle"
            label={t("accounts.elsewhere.handle")}
            hint={t("accounts.elsewhere.handle-hint", { host })}
            form={form}
            autocomplete="off"
            maxlength={30}
          />
          <Field
            name="name"
            label={t("accounts.name")}
            hint={t("accounts.elsewhere.name-hint")}
            form={form}
            value={reader.person?.name ?? ""}
            autocomplete="name"
            maxlength={80}
          />
          <VisibilityLine>{t("accounts.elsewhere.open-visible", { host })}</VisibilityLine>
          <Submit>{t("accounts.elsewhere.open")}</Submit>
          <LinkButton href="/me" kind="quiet">
            {t("accounts.elsewhere.not-now")}
          </LinkButton>
        </Form>
      </ActPanel>
    </Page>
  );
}
