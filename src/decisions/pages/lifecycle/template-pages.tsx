import type { Child } from "hono/jsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName } from "../../../ui/text.tsx";
import { longestPost } from "../../model/thread.ts";
import type { Template } from "../../store/lifecycle/templates.read.ts";
import { communityPath, proposalPath } from "../addresses.ts";
import { UnderPage } from "../under-page.tsx";
import type { CommunityVisit, ProposalVisit } from "../visit.ts";
import { templatePath, templatesPath } from "./lifecycle-addresses.ts";

/** Where a steward keeps a proposal as a template: its name, and the text to begin with. */
export function TemplatePage({ visit, form }: { readonly visit: ProposalVisit; readonly form: FormState }) {
  const { c, proposal } = visit;
  const { frame, t } = c.var;
  const label = (name: "name" | "text") => t(`decisions.templates.field.${name}`);
  return (
    <UnderPage
      visit={visit}
      title={t("decisions.templates.keep-title")}
      sentence={t("decisions.templates.keep-sentence")}
      about={{ path: proposalPath(proposal), name: proposal.title }}
      notice={<RefusalSummary form={form} fields={{ name: label("name"), text: label("text") }} />}
    >
      <Form frame={frame} action={templatePath(proposal)}>
        <Field
          name="name"
          label={label("name")}
          hint={t("decisions.templates.field-hint.name")}
          form={form}
          maxlength={80}
          autocomplete="off"
        />
        <TextArea
          name="text"
          label={label("text")}
          hint={t("decisions.templates.field-hint.text")}
          form={form}
          optional
          rows={8}
          maxlength={longestPost}
          value={proposal.text}
        />
        <Submit>{t("decisions.templates.keep")}</Submit>
      </Form>
    </UnderPage>
  );
}

interface TemplatesPageProps {
  readonly visit: CommunityVisit;
  readonly templates: readonly Template[];
  readonly notice?: Child;
}

/** The templates of a community; stewards can remove them. */
export function TemplatesPage({ visit, templates, notice }: TemplatesPageProps) {
  const { c, community } = visit;
  const { t } = c.var;
  return (
    <UnderPage
      visit={visit}
      title={t("decisions.templates.list-title")}
      sentence={t("decisions.templates.sentence")}
      about={{ path: communityPath(community), name: community.name }}
      notice={notice}
    >
      {templates.length === 0 ? (
        <Empty what={t("decisions.templates.none")} />
      ) : (
        <ul class="thread-list">
          {templates.map((template) => (
            <li>
              <TemplateItem visit={visit} template={template} />
            </li>
          ))}
        </ul>
      )}
    </UnderPage>
  );
}

function TemplateItem({ visit, template }: { readonly visit: CommunityVisit; readonly template: Template }) {
  const { c, community, isSteward } = visit;
  const { frame, t } = c.var;
  const { id, name, method, content } = template;
  return (
    <>
      <p class="thread-title">
        <UserName name={name} />
      </p>
      <p class="thread-line">
        {t(`decisions.method.${method}.name`)} · {t("decisions.templates.days", { days: content.days })}
      </p>
      {isSteward && (
        <Form frame={frame} action={`${templatesPath(community)}/${id}/removal`}>
          <Submit kind="quiet" label={t("decisions.templates.remove-named", { name })}>
            {t("decisions.templates.remove")}
          </Submit>
        </Form>
      )}
    </>
  );
}
