import type { PersonDescription } from "../../../accounts/index.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Check } from "../../../ui/components/choice.tsx";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { noVote, type MembershipClass, type VotingRules } from "../../model/standing.ts";
import type { StandingMember } from "../../store/standing/standing.read.ts";
import { underCommunity } from "../addresses.ts";
import { CommunityLink } from "../community-line.tsx";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";

/** All that the page of standing shows. */
export interface StandingView {
  readonly rules: VotingRules;
  readonly classes: readonly MembershipClass[];
  /** The reader's own. */
  readonly own: StandingMember | undefined;
  /** For stewards: those of whom something is written down. */
  readonly marked: readonly StandingMember[];
  readonly people: ReadonlyMap<string, PersonDescription>;
}

interface StandingPageProps {
  readonly visit: CommunityVisit;
  readonly view: StandingView;
  readonly forms: { readonly rules: FormState; readonly classes: FormState };
}

/** Who of the members has a vote, and, for the reader, whether they have. */
export function StandingPage({ visit, view, forms }: StandingPageProps) {
  const { c, community, role } = visit;
  const { frame, t } = c.var;
  const title = t("communities.vote.title");
  const faulty = hasFaults(forms.rules) ? forms.rules : forms.classes;
  const done = hasFaults(faulty) ? undefined : doneKey(c, ["changed", "unchanged"]);
  const fields = Object.fromEntries(
    ["waitingDays", "challengeDays", "reason", "name"].map((name) => [name, fieldLabel(visit, name)]),
  );
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={
        done === undefined ? (
          <RefusalSummary form={faulty} fields={fields} />
        ) : (
          <Notice t={t} what={t(`communities.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("communities.vote.sentence")}
          community={<CommunityLink community={community} />}
        />
      }
      act={{ panel: <OwnPanel visit={visit} view={view} /> }}
      unlisted
    >
      <Section id="rules" title={t("communities.vote.rules")}>
        <p>{t("communities.vote.waiting", { days: view.rules.waitingDays })}</p>
        <p>{t("communities.vote.challenge", { days: view.rules.challengeDays })}</p>
        {role === "steward" && <RulesForm visit={visit} view={view} form={forms.rules} />}
      </Section>
      <Section id="classes" title={t("communities.vote.classes")} explained={t("communities.vote.classes-explained")}>
        <Classes visit={visit} view={view} />
        {role === "steward" && <ClassForm visit={visit} form={forms.classes} />}
      </Section>
      {role === "steward" && <Marked visit={visit} view={view} />}
    </Page>
  );
}

function fieldLabel({ c }: CommunityVisit, name: string): string {
  const { t } = c.var;
  return name === "name" ? t("communities.vote.class-name") : t(`communities.field.${name}`);
}

/** What stands of the reader: whether they answer, and if not, why and until when. */
function OwnPanel({ visit, view: { own, rules } }: Pick<StandingPageProps, "visit" | "view">) {
  const { frame, t } = visit.c.var;
  const title = t("communities.vote.own");
  const against = own === undefined ? undefined : noVote(own, rules, frame.now);
  switch (against?.why) {
    case "class":
      return <ActPanel title={title} cannot={t("communities.vote.own-class", { name: against.className })} />;
    case "dues":
      return (
        <ActPanel title={title} cannot={t("communities.vote.own-dues", { since: t.weekdayDate(against.since) })} />
      );
    case "waiting":
      return (
        <ActPanel title={title} cannot={t("communities.vote.own-waiting", { until: t.dateTime(against.until) })} />
      );
    default:
      return (
        <ActPanel title={title}>
          <p>{t("communities.vote.own-vote")}</p>
        </ActPanel>
      );
  }
}

interface FormProps {
  readonly visit: CommunityVisit;
  readonly form: FormState;
}

function RulesForm({ visit, view, form }: FormProps & Pick<StandingPageProps, "view">) {
  const { frame, t } = visit.c.var;
  const field = (name: string) => ({ name, label: fieldLabel(visit, name), form });
  return (
    <Details summary={t("communities.vote.change-rules")} open={hasFaults(form)}>
      <Form frame={frame} action={underCommunity(visit.community, "standing", "rules")}>
        <Field
          {...field("waitingDays")}
          hint={t("communities.vote.waiting-hint")}
          type="number"
          min={0}
          max={366}
          value={view.rules.waitingDays}
        />
        <Field
          {...field("challengeDays")}
          hint={t("communities.vote.challenge-hint")}
          type="number"
          min={0}
          max={30}
          value={view.rules.challengeDays}
        />
        <TextArea {...field("reason")} hint={t("communities.decision.on-record")} rows={2} maxlength={2_000} />
        <VisibilityLine>{t("communities.decision.visible")}</VisibilityLine>
        <Submit>{t("communities.vote.save-rules")}</Submit>
      </Form>
    </Details>
  );
}

function Classes({ visit, view: { classes } }: Pick<StandingPageProps, "visit" | "view">) {
  const { community, role, c } = visit;
  const { frame, t } = c.var;
  if (classes.length === 0) return <Empty what={t("communities.vote.no-classes")} />;
  const columns = [{ label: t("communities.vote.class-name") }, { label: t("communities.vote.class-votes") }];
  return (
    <DataTable
      t={t}
      caption={t("communities.vote.classes")}
      columns={role === "steward" ? [...columns, { label: t("communities.vote.class-end") }] : columns}
      rows={classes.map(({ id, name, votes }) => [
        <UserName name={name} />,
        t(`communities.vote.votes-${votes ? "yes" : "no"}`),
        ...(role === "steward"
          ? [
              <Form frame={frame} action={underCommunity(community, "standing", "classes", id, "removal")}>
                <Submit kind="stop" label={t("communities.vote.remove-class", { name })}>
                  {t("communities.vote.remove")}
                </Submit>
              </Form>,
            ]
          : []),
      ])}
    />
  );
}

function ClassForm({ visit, form }: FormProps) {
  const { frame, t } = visit.c.var;
  return (
    <Details summary={t("communities.vote.add-class")} open={hasFaults(form)}>
      <Form frame={frame} action={underCommunity(visit.community, "standing", "classes")}>
        <Field
          name="name"
          label={fieldLabel(visit, "name")}
          hint={t("communities.vote.class-name-hint")}
          form={form}
          maxlength={80}
          autocomplete="off"
        />
        <Check name="votes" label={t("communities.vote.class-may-vote")} form={form} />
        <Submit>{t("communities.vote.add-class")}</Submit>
      </Form>
    </Details>
  );
}

/** Stewards see of whom something is written down, and come to each from here. */
function Marked({ visit, view: { marked, people } }: Pick<StandingPageProps, "visit" | "view">) {
  const { community, c } = visit;
  const { t } = c.var;
  const title = t("communities.vote.marked");
  return (
    <Section id="marked" title={title} explained={t("communities.vote.marked-explained")}>
      <DataTable
        t={t}
        caption={title}
        columns={[
          { label: t("communities.members.name") },
          { label: t("communities.vote.class") },
          { label: t("communities.vote.dues") },
          { label: t("communities.vote.change") },
        ]}
        rows={marked.map((member) => [
          <PersonName t={t} person={people.get(member.personId)} />,
          member.class === undefined ? t("communities.vote.full") : <UserName name={member.class.name} />,
          member.duesLapsedOn === undefined ? "" : t.briefDate(member.duesLapsedOn),
          <a
            href={underCommunity(community, "members", member.personId, "standing")}
            aria-label={t("communities.vote.change-of", { person: people.get(member.personId)?.name ?? "" })}
          >
            {t("communities.vote.change")}
          </a>,
        ])}
        empty={<Empty what={t("communities.vote.nobody-marked")} />}
      />
      <p class="next-step">
        <a href={underCommunity(community, "members")}>{t("communities.vote.to-members")}</a>
      </p>
    </Section>
  );
}
