import type { Hono } from "hono";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice, Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { foundCommunity } from "../../commands/community/found-community.ts";
import { carryOut } from "../acts.ts";
import { formOrKept } from "../../../accounts/index.ts";
import { forbidden, type CommunityRoutes } from "../visit.ts";
import { joiningOptions, languageOptions, memberListOptions, zoneOptions } from "./choices.ts";
import { mayFound } from "./may-found.ts";

const page = "/communities/new";
const action = "/communities";

/** Founding a community: `GET /communities/new`, `POST /communities`. */
export function foundingRoutes(web: Hono<PageEnv>, { application }: CommunityRoutes): void {
  web.get(page, async (c) => {
    const isOpen = await mayFound(c, application);
    if (!isOpen && c.var.reader.person !== undefined) return forbidden(c, "only-operators-found");
    return c.html(<FoundingPage c={c} form={await formOrKept(c, application, action)} />);
  });
  web.post(action, (c) => {
    const communityId = application.ids.next<"community">();
    const input = { ...foundingInput(sentForm(c)), communityId, hue: c.var.frame.site.hue };
    return carryOut({ c, application }, foundCommunity, input, {
      page,
      onwards: ({ handle }) => ({ path: `/communities/${handle}`, done: "founded" }),
      again: (form) => <FoundingPage c={c} form={form} />,
      // The texts are asked for in one language here, so their fields name none.
      fieldOf: (field) => (field.startsWith("languages") ? "language" : (field.split(".")[0] ?? field)),
    });
  });
}

function foundingInput(form: FormInput) {
  const language = textOf(form, "language");
  return {
    name: textOf(form, "name"),
    handle: textOf(form, "handle"),
    purpose: { [language]: textOf(form, "purpose") },
    description: { [language]: textOf(form, "description") },
    languages: [language],
    zone: textOf(form, "zone"),
    joining: textOf(form, "joining"),
    memberList: textOf(form, "memberList"),
  };
}

function FoundingPage({ c, form }: { readonly c: PageContext; readonly form: FormState }) {
  const { frame, t } = c.var;
  const title = t("communities.found.title");
  return (
    <Page
      frame={frame}
      title={title}
      notice={<RefusalSummary form={form} fields={foundingLabels(c)} />}
      head={<PageHead frame={frame} name={title} sentence={t("communities.found.sentence")} />}
      act={{
        panel: <ActPanel title={t("communities.found.after-title")}>{t("communities.found.after-words")}</ActPanel>,
      }}
      unlisted
    >
      <FoundingForm c={c} form={form} />
    </Page>
  );
}

function foundingLabels(c: PageContext) {
  const { t } = c.var;
  const names = ["name", "handle", "purpose", "description", "language", "zone", "joining", "memberList"] as const;
  return Object.fromEntries(names.map((name) => [name, t(`communities.field.${name}`)]));
}

function FoundingForm({ c, form }: { readonly c: PageContext; readonly form: FormState }) {
  const { frame, t, reader } = c.var;
  const label = (name: string) => ({ name, label: t(`communities.field.${name}`), form });
  const hinted = (name: string) => ({ ...label(name), hint: t(`communities.field.${name}-hint`) });
  const { host } = frame.site.origin;
  return (
    <Form frame={frame} action={action} draft="found-community">
      <Field {...label("name")} maxlength={100} autocomplete="off" />
      <Field
        {...label("handle")}
        hint={t("communities.field.handle-hint", { host })}
        maxlength={31}
        autocomplete="off"
      />
      <TextArea {...hinted("purpose")} rows={2} maxlength={200} />
      <TextArea {...hinted("description")} maxlength={20_000} rows={6} optional />
      <Select {...hinted("language")} options={languageOptions(t)} value={reader.language} />
      <Select {...label("zone")} options={zoneOptions()} value={reader.zone} />
      <Choice {...label("joining")} options={joiningOptions(t)} value="approval" />
      <Choice {...label("memberList")} options={memberListOptions(t)} value="members" />
      <Submit>{t("communities.found.submit")}</Submit>
    </Form>
  );
}
