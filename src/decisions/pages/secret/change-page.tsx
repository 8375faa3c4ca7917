import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { optionNames } from "../../methods/option-names.ts";
import { questionOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { proposalPath, secretBallotPath } from "../addresses.ts";
import { communityOfPage, type ProposalVisit } from "../visit.ts";

interface ChangePageProps {
  readonly visit: ProposalVisit;
  readonly form: FormState;
  readonly notice?: Child;
}

/** Where whoever has a receipt code puts another ballot in the place of theirs, without saying who they are. */
export function ChangePage({ visit, form, notice }: ChangePageProps) {
  const { c, proposal, community } = visit;
  const { frame, t } = c.var;
  const title = t("decisions.secret.change.title");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("decisions.secret.change.sentence")}
          community={
            <a href={proposalPath(proposal)}>
              <UserName name={proposal.title} />
            </a>
          }
        />
      }
      unlisted
    >
      {proposal.state === "open" ? (
        <ActPanel
          title={t("decisions.secret.change.panel")}
          until={
            <>
              {t("decisions.answer-panel.until")}{" "}
              <TimeText t={t} instant={proposal.closesAt} organiserZone={proposal.zone} />
            </>
          }
        >
          <ChangeForm visit={visit} form={form} />
        </ActPanel>
      ) : (
        <ActPanel
          title={t("decisions.answer-panel.over")}
          cannot={t(`decisions.answer-panel.over-${proposal.state}`)}
        />
      )}
    </Page>
  );
}

function ChangeForm({ visit, form }: Omit<ChangePageProps, "notice">) {
  const { c, proposal } = visit;
  const { t, frame } = c.var;
  const names = optionNames(proposal, t);
  return (
    <Form frame={frame} action={`${secretBallotPath(proposal)}/replacement`}>
      <Field
        name="code"
        label={t("decisions.secret.field.code")}
        hint={t("decisions.secret.field-hint.code")}
        form={form}
        maxlength={60}
        autocomplete="off"
      />
      {viewsOf(proposal).fields({
        question: questionOf(proposal),
        names,
        order: [...names.keys()],
        own: undefined,
        form,
      })}
      <Submit>{t("decisions.secret.change.submit")}</Submit>
      <VisibilityLine>{t("decisions.secret.change.visible")}</VisibilityLine>
    </Form>
  );
}
