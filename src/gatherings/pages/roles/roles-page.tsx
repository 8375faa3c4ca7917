import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { gatheringPath } from "../addresses.ts";
import { ParticipantName } from "../participant-name.tsx";
import { communityOfPage } from "../visit.ts";
import { MoreForOrganisers, OfferForm } from "./organiser-forms.tsx";
import { RoleItem } from "./role-item.tsx";
import type { RolesView } from "./roles-view.ts";

interface RolesPageProps {
  readonly view: RolesView;
  readonly form: FormState;
  readonly notice: Child;
}

/** Who does what on the day. */
export function RolesPage({ view, form, notice }: RolesPageProps) {
  const { c, gathering, community } = view.visit;
  const { t, frame } = c.var;
  const title = t("gatherings.roles.title");
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
          sentence={t("gatherings.roles.sentence")}
          community={
            <a href={gatheringPath(gathering)}>
              <UserName name={gathering.title} />
            </a>
          }
        />
      }
      act={{ panel: <RoleAct view={view} form={form} /> }}
    >
      <Section id="roles" title={t("gatherings.roles.who")}>
        <ul class="commitment-list">
          {view.roles.map((item) => (
            <RoleItem view={view} item={item} />
          ))}
        </ul>
      </Section>
      <TurnsTable view={view} />
    </Page>
  );
}

function RoleAct({ view, form }: Omit<RolesPageProps, "notice">) {
  const { t } = view.visit.c.var;
  if (!view.isOpen) return <ActPanel title={t("gatherings.roles.title")} cannot={t("gatherings.roles.closed")} />;
  if (view.visit.standing.organises) {
    return (
      <ActPanel title={t("gatherings.roles.offer-title")}>
        <OfferForm view={view} form={form} />
        <MoreForOrganisers view={view} form={form} />
      </ActPanel>
    );
  }
  return (
    <ActPanel title={t("gatherings.roles.volunteer-title")}>
      <p>{t(`gatherings.roles.how.${view.rule}`)}</p>
      <p class="quiet">{t("gatherings.roles.by-reply")}</p>
      <VisibilityLine>{t("gatherings.roles.visible")}</VisibilityLine>
    </ActPanel>
  );
}

/** Whose turn it was, so that it can be somebody else's. */
function TurnsTable({ view }: { readonly view: RolesView }) {
  const { t } = view.visit.c.var;
  if (view.turns.length === 0) return null;
  return (
    <Section id="turns" title={t("gatherings.roles.turns")} explained={t("gatherings.roles.turns-explained")}>
      <DataTable
        t={t}
        caption={t("gatherings.roles.turns-caption")}
        columns={[
          { label: t("gatherings.roles.field.role") },
          { label: t("gatherings.by-name.person") },
          { label: t("gatherings.roles.times"), numeric: true },
          { label: t("gatherings.roles.last") },
        ]}
        rows={view.turns.map(({ role, person, times, last }) => [
          t(`gatherings.roles.name.${role}`),
          <ParticipantName t={t} person={view.people.get(person)} />,
          t.number(times),
          t.briefDate(last.toZonedDateTimeISO(t.zone).toPlainDate()),
        ])}
      />
    </Section>
  );
}
