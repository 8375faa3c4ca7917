import type { PersonDescription } from "../../../accounts/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { MembershipClass } from "../../model/standing.ts";
import type { StandingMember } from "../../store/standing/standing.read.ts";
import { underCommunity } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";

interface MemberStandingPageProps {
  readonly visit: CommunityVisit;
  readonly person: PersonDescription;
  readonly member: StandingMember;
  readonly classes: readonly MembershipClass[];
  readonly form: FormState;
}

/** What stands of one member: their class, and since when their dues are not paid. For stewards. */
export function MemberStandingPage({ visit, person, member, classes, form }: MemberStandingPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.vote.member");
  const labels = { classId: t("communities.vote.class"), duesLapsedOn: t("communities.vote.dues") };
  const chosen = classes.find(({ name }) => name === member.class?.name);
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<RefusalSummary form={form} fields={labels} />}
      head={
        <PageHead
          frame={frame}
          kind={title}
          name={<PersonName t={t} person={person} />}
          sentence={t("communities.member.sentence", { community: community.name })}
          community={<a href={underCommunity(community, "standing")}>{t("communities.vote.title")}</a>}
        />
      }
      act={{
        panel: (
          <ActPanel title={t("communities.vote.change")}>
            <Form frame={frame} action={underCommunity(community, "members", person.id, "standing")}>
              <Select
                name="classId"
                label={labels.classId}
                form={form}
                optional
                options={[
                  { value: "", label: t("communities.vote.full") },
                  ...classes.map(({ id, name, votes }) => ({
                    value: id,
                    label: t(`communities.vote.class-option-${votes ? "yes" : "no"}`, { name }),
                  })),
                ]}
                value={chosen?.id ?? ""}
              />
              <Field
                name="duesLapsedOn"
                label={labels.duesLapsedOn}
                hint={t("communities.vote.dues-hint")}
                form={form}
                optional
                type="date"
                value={member.duesLapsedOn?.toString()}
              />
              <Submit>{t("communities.vote.save")}</Submit>
              <VisibilityLine>{t("communities.vote.private")}</VisibilityLine>
            </Form>
          </ActPanel>
        ),
      }}
      unlisted
    />
  );
}
