import { doneKey } from "../../../ui/after-act.ts";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { UserName } from "../../../ui/text.tsx";
import { shownHost } from "../../../kernel/text/handle.ts";
import { largestTeam, type Team, type TeamMember } from "../../store/outreach/teams.read.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";

interface TeamPageProps {
  readonly visit: GatheringVisit;
  readonly team: Team;
  readonly members: readonly TeamMember[];
  readonly keptDays: number;
  readonly form: FormState;
}

/** The page behind an instance's link: whoever has it puts their name down, without an account. */
export function TeamPage({ visit, team, members, keptDays, form }: TeamPageProps) {
  const { c } = visit;
  const { t } = c.var;
  const instance = shownHost(team.instance);
  const isDone = doneKey(c, ["brought"]) !== undefined && !hasFaults(form);
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.outreach.team-title", { instance })}
      sentence={visit.gathering.purpose}
      notice={
        isDone ? (
          <Notice
            t={t}
            what={t("gatherings.outreach.brought")}
            told={t("gatherings.outreach.brought-told")}
            undo={<p>{t("gatherings.outreach.brought-undo")}</p>}
          />
        ) : (
          <RefusalSummary form={form} fields={{ name: t("gatherings.outreach.name") }} />
        )
      }
    >
      <TeamForm visit={visit} team={team} members={members} keptDays={keptDays} form={form} />
      {members.length > 0 && (
        <Section id="team" title={t("gatherings.outreach.team-so-far")}>
          <ul class="people-list">
            {members.map(({ name }) => (
              <li>
                <UserName name={name} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </FormPage>
  );
}

function TeamForm({ visit, team, members, keptDays, form }: TeamPageProps) {
  const { t, frame } = visit.c.var;
  if (team.isRevoked) return <Empty what={t("gatherings.outreach.link-revoked")} />;
  if (members.length >= largestTeam) return <Empty what={t("gatherings.outreach.team-full", { most: largestTeam })} />;
  return (
    <Form frame={frame} action={`${gatheringPath(visit.gathering)}/team/${team.token}`}>
      <Field
        name="name"
        label={t("gatherings.outreach.name")}
        hint={t("gatherings.outreach.name-hint")}
        form={form}
        maxlength={80}
        autocomplete="nickname"
      />
      <Submit>{t("gatherings.outreach.bring")}</Submit>
      <VisibilityLine>{t("gatherings.outreach.team-visible", { days: keptDays })}</VisibilityLine>
    </Form>
  );
}
