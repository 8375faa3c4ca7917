import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { gatheringPath } from "../addresses.ts";
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
        {view.hasTurns && (
          <p>
            <a href={`${gatheringPath(gathering)}/roles/turns`}>{t("gatherings.roles.turns")}</a>
          </p>
        )}
      </Section>
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
