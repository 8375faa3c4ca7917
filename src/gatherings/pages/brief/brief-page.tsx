import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { roles, type Role } from "../../model/roles/role.ts";
import { gatheringPath } from "../addresses.ts";
import { Place, SessionLine } from "../gathering/sessions.tsx";
import { ParticipantName } from "../participant-name.tsx";
import { RoomLine } from "../room/room-line.tsx";
import { communityOfPage } from "../visit.ts";
import { BriefAgenda } from "./brief-agenda.tsx";
import { BriefCommitments } from "./brief-commitments.tsx";
import { BriefPeople } from "./brief-people.tsx";
import type { BriefView } from "./brief-view.ts";

/** Everything that whoever has a role needs on the day, on one page. */
export function BriefPage({ view }: { readonly view: BriefView }) {
  const { c, gathering, community } = view.gathering.visit;
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("gatherings.brief.page-title", { title: gathering.title })}
      community={communityOfPage(community)}
      head={
        <PageHead
          frame={frame}
          kind={t("gatherings.brief.title")}
          name={<UserName name={gathering.title} />}
          sentence={gathering.purpose}
          language={gathering.language}
          community={<a href={gatheringPath(gathering)}>{t("gatherings.poll.to-gathering")}</a>}
        />
      }
      unlisted
    >
      <div class="brief">
        <When view={view} />
        <WhoDoesWhat view={view} />
        <BriefAgenda timed={view.agenda} />
        <BriefPeople view={view} />
        <BriefCommitments view={view} />
        <VisibilityLine>{t("gatherings.brief.visible")}</VisibilityLine>
      </div>
    </Page>
  );
}

function When({ view: { gathering } }: { readonly view: BriefView }) {
  const { t } = gathering.visit.c.var;
  return (
    <Section id="when" title={t("gatherings.when.title")}>
      {gathering.sessions.length === 0 ? (
        <Empty what={t("gatherings.brief.no-date")} />
      ) : (
        <ol class="session-list">
          {gathering.sessions.map((session) => (
            <SessionLine view={gathering} one={session} />
          ))}
        </ol>
      )}
      <Place view={gathering} />
      <RoomLine view={gathering} />
    </Section>
  );
}

/** Those roles that somebody holds, and which of the usual ones nobody does. */
function WhoDoesWhat({ view }: { readonly view: BriefView }) {
  const { t } = view.gathering.visit.c.var;
  const isHeld = (role: Role) => view.holders.some((part) => part.role === role);
  const free = needed.filter((role) => !isHeld(role));
  return (
    <Section id="roles" title={t("gatherings.roles.title")}>
      <DefinitionList
        definitions={roles.filter(isHeld).map((role) => ({
          term: t(`gatherings.roles.name.${role}`),
          definition: <Holders view={view} role={role} />,
        }))}
      />
      {free.length > 0 && (
        <p>
          {t("gatherings.brief.not-held", { roles: t.list(free.map((role) => t(`gatherings.roles.name.${role}`))) })}{" "}
          <a class="no-print" href={`${gatheringPath(view.gathering.visit.gathering)}/roles`}>
            {t("gatherings.roles.link")}
          </a>
        </p>
      )}
    </Section>
  );
}

/** Without these a gathering has nobody who opens it, keeps its time or writes down what came of it. */
const needed: readonly Role[] = ["facilitator", "note-taker", "timekeeper"];

function Holders({ view, role }: { readonly view: BriefView; readonly role: Role }) {
  const { t } = view.gathering.visit.c.var;
  return (
    <>
      {view.holders
        .filter((part) => part.role === role)
        .map(({ personId }) => (
          <div>
            <ParticipantName t={t} person={view.people.get(personId)} />
          </div>
        ))}
    </>
  );
}
