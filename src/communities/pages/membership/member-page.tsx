import type { PersonDescription } from "../../../accounts/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { MemberRole } from "../../model/community.ts";
import { underCommunity } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";

interface MemberPageProps {
  readonly visit: CommunityVisit;
  readonly person: PersonDescription;
  readonly role: MemberRole;
  readonly form: FormState;
}

/** What stewards may decide about one member, each decision with its reason. */
export function MemberPage({ visit, person, role, form }: MemberPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.member.title");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<RefusalSummary form={form} fields={{ reason: t("communities.field.reason") }} />}
      head={
        <PageHead
          frame={frame}
          kind={t(`communities.role.${role}`)}
          name={<PersonName t={t} person={person} />}
          sentence={t("communities.member.sentence", { community: community.name })}
        />
      }
      act={{
        panel: (
          <ActPanel title={t("communities.member.act")}>
            <Form frame={frame} action={underCommunity(community, "members", person.id)}>
              <TextArea
                name="reason"
                label={t("communities.field.reason")}
                hint={t("communities.decision.reason-hint")}
                form={form}
                maxlength={2_000}
              />
              <VisibilityLine>{t("communities.decision.visible")}</VisibilityLine>
              <Decisions form={form} role={role} />
            </Form>
          </ActPanel>
        ),
      }}
      unlisted
    >
      <p class="next-step">
        <a href={underCommunity(community, "members", person.id, "standing")}>{t("communities.vote.member")}</a>
      </p>
    </Page>
  );
}

function Decisions({ form: { t }, role }: Pick<MemberPageProps, "form" | "role">) {
  if (role === "steward") {
    return (
      <Submit kind="stop" name="decision" value="release">
        {t("communities.member.release")}
      </Submit>
    );
  }
  return (
    <>
      <Submit kind="quiet" name="decision" value="appoint">
        {t("communities.member.appoint")}
      </Submit>
      <Submit kind="stop" name="decision" value="end">
        {t("communities.member.end")}
      </Submit>
    </>
  );
}
