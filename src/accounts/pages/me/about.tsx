import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { rememberLanguage, rememberZone } from "../../../ui/page-frame.ts";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { isLanguage, languages, nativeNames } from "../../../kernel/i18n/language.ts";
import { placeOfZone, zones } from "../../../ui/zones.ts";
import { describeOneself } from "../../commands/people/describe-oneself.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { signInFirst } from "../sign-in-path.ts";

/** `GET /me/about`: one's name, language and clock. */
export function showAbout(c: PageContext): Response | Promise<Response> {
  return aboutPage(c, untouchedForm(c.var.t));
}

/** `POST /me/about` */
export async function changeAbout(c: PageContext, { application }: AccountPageServices): Promise<Response> {
  const form = sentForm(c);
  const { site } = c.var.frame;
  const [name, language, zone] = [textOf(form, "name"), textOf(form, "language"), textOf(form, "zone")];
  const result = await application.execute(describeOneself, { name, language, zone }, byReader(c));
  if (!result.ok) return aboutPage(c, refusedForm(c.var.t, form, result.refusal));
  // What this browser remembered from before must not win against what was chosen now.
  if (isLanguage(language)) rememberLanguage(c, site, language);
  rememberZone(c, site, zone);
  return seeOther(c, "/me", "described");
}

function aboutPage(c: PageContext, form: FormState): Response | Promise<Response> {
  const { frame, t, reader } = c.var;
  if (reader.person === undefined) return signInFirst(c);
  const title = t("accounts.about.title");
  const labels = { name: t("accounts.name"), language: t("accounts.language"), zone: t("accounts.zone") };
  return c.html(
    <Page
      frame={frame}
      title={title}
      notice={<RefusalSummary form={form} fields={labels} />}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.about.words")} />}
      unlisted
    >
      <ActPanel title={t("accounts.about.act")}>
        <Form frame={frame} action="/me/about">
          <Field
            name="name"
            label={labels.name}
            hint={t("accounts.name-hint")}
            form={form}
            value={reader.person.name}
            autocomplete="name"
            maxlength={80}
          />
          <Select
            name="language"
            label={labels.language}
            form={form}
            value={t.language}
            options={languages.map((language) => ({ value: language, label: nativeNames[language] }))}
          />
          <Select
            name="zone"
            label={labels.zone}
            form={form}
            value={t.zone}
            options={zones.map((zone) => ({ value: zone, label: placeOfZone(zone) }))}
          />
          <Submit>{t("accounts.save")}</Submit>
        </Form>
      </ActPanel>
    </Page>,
    Object.keys(form.typed).length === 0 ? 200 : 422,
  );
}
