import type { Child } from "hono/jsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { longestStatement } from "../../model/opinions/answers.ts";
import { communityPath, opinionsPath, threadPath } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { OpinionMap } from "./opinion-map.tsx";
import type { OpinionsView } from "./opinions-view.ts";
import { StatementList } from "./statement-list.tsx";

interface OpinionsPageProps {
  readonly view: OpinionsView;
  readonly form: FormState;
  readonly notice?: Child;
}

/** Where the people of a thread stand: one statement at a time to answer, the map that comes of it, and all statements. */
export function OpinionsPage({ view, form, notice }: OpinionsPageProps) {
  const { c, thread, community } = view.visit;
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("decisions.opinions.page-title", { thread: thread.title })}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          name={t("decisions.opinions.title")}
          sentence={t("decisions.opinions.sentence")}
          community={
            <>
              <a href={communityPath(community)}>
                <UserName name={community.name} />
              </a>
              <a href={threadPath(thread)} lang={thread.language}>
                <UserName name={thread.title} />
              </a>
            </>
          }
        />
      }
      act={{ panel: <AnswerPanel view={view} />, label: t("decisions.opinions.answer") }}
      unlisted={thread.audience === "members"}
    >
      <OpinionMap view={view} />
      <StatementList view={view} />
      <WriteStatement view={view} form={form} />
    </Page>
  );
}

function WriteStatement({ view, form }: { readonly view: OpinionsView; readonly form: FormState }) {
  const { visit } = view;
  const { frame, t } = visit.c.var;
  if (visit.thread.closedAt !== undefined || (visit.personId !== undefined && !visit.isMember)) return null;
  return (
    <Section
      id="write"
      title={t("decisions.opinions.write")}
      explained={t("decisions.opinions.write-how", { most: longestStatement })}
    >
      <Form frame={frame} action={`${opinionsPath(visit.thread)}/statements`} draft={`statement-${visit.thread.id}`}>
        <Field
          name="text"
          label={t("decisions.opinions.field")}
          form={form}
          maxlength={longestStatement}
          autocomplete="off"
        />
        <Submit kind="quiet">{t("decisions.opinions.send")}</Submit>
        <VisibilityLine>{t("decisions.opinions.statement-visible")}</VisibilityLine>
      </Form>
    </Section>
  );
}
