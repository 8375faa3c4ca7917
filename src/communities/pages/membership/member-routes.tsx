import type { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { describePeople, describePerson, type PersonDescription } from "../../../accounts/index.ts";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { doneKey } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { appointSteward } from "../../commands/membership/appoint-steward.ts";
import { endMembership } from "../../commands/membership/end-membership.ts";
import { releaseSteward } from "../../commands/membership/release-steward.ts";
import { countMembers, membersOf, roleOf, type Membership } from "../../store/members.read.ts";
import { carryOut, type Act } from "../acts.ts";
import { underCommunity } from "../addresses.ts";
import { CommunityLink } from "../community-line.tsx";
import { mayReadMembers } from "../community/community-view.ts";
import { PersonName } from "../person-name.tsx";
import { signInFirst } from "../../../accounts/index.ts";
import { communityOfPage, visiting, visitingAsSteward, type CommunityRoutes, type CommunityVisit } from "../visit.ts";
import { MemberPage } from "./member-page.tsx";

const PER_PAGE = 100;
const acts = ["appointed", "released", "ended"] as const;

/** The list of members, and what stewards decide about one of them. */
export function memberRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    "/communities/:handle/members",
    visiting(routes, async (visit) => {
      if (mayReadMembers(visit)) return visit.c.html(await membersPage(visit));
      return visit.personId === undefined ? signInFirst(visit.c) : visit.c.html(<ClosedMembers visit={visit} />, 403);
    }),
  );
  web.get(
    "/communities/:handle/members/:person",
    visitingAsSteward(routes, async (visit) => {
      const page = await memberPage(visit, untouchedForm(visit.c.var.t));
      return page === undefined ? showNotFound(visit.c) : visit.c.html(page);
    }),
  );
  web.post("/communities/:handle/members/:person", visitingAsSteward(routes, decide));
}

function decide(visit: CommunityVisit): Promise<Response> {
  const { c, community } = visit;
  const personId = c.req.param("person") ?? "";
  const reason = textOf(sentForm(c), "reason");
  const input = { communityId: community.id, personId, reason };
  const act = (done: (typeof acts)[number]): Act<null> => ({
    page: underCommunity(community, "members", personId),
    onwards: () => ({ path: underCommunity(community, "members"), done }),
    again: async (form) => (await memberPage(visit, form)) ?? membersPage(visit),
  });
  switch (textOf(sentForm(c), "decision")) {
    case "appoint":
      return carryOut(visit, appointSteward, input, act("appointed"));
    case "release":
      return carryOut(visit, releaseSteward, input, act("released"));
    default:
      return carryOut(visit, endMembership, input, act("ended"));
  }
}

async function memberPage(visit: CommunityVisit, form: FormState): Promise<HtmlEscapedString | undefined> {
  const { application, community, c } = visit;
  const id = c.req.param("person") ?? "";
  const [person, role] = await Promise.all([
    describePerson(application.read, id),
    roleOf(application.read, community.id, id),
  ]);
  if (person === undefined || role === undefined) return undefined;
  return <MemberPage visit={visit} person={person} role={role} form={form} />;
}

async function membersPage(visit: CommunityVisit): Promise<HtmlEscapedString> {
  const { application, community, c } = visit;
  const { frame, t } = c.var;
  const after = c.req.query("after") ?? "";
  const [found, count] = await Promise.all([
    membersOf(application.read, community.id, { after, limit: PER_PAGE + 1 }),
    countMembers(application.read, community.id),
  ]);
  const shown = found.slice(0, PER_PAGE);
  const people = await describePeople(
    application.read,
    shown.map((member) => member.personId),
  );
  const last = shown.at(-1);
  const here = underCommunity(community, "members");
  const title = t("communities.members.title");
  const done = doneKey(c, acts);
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={done && <Notice t={t} what={t(`communities.done.${done}`)} told={t("communities.done.told-person")} />}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("communities.members.count", { count })}
          community={<CommunityLink community={community} />}
        />
      }
      unlisted={community.memberList !== "everyone"}
    >
      <DataTable
        t={t}
        caption={title}
        columns={[
          { label: t("communities.members.name") },
          { label: t("communities.members.role") },
          { label: t("communities.members.since") },
        ]}
        rows={shown.map((member) => memberRow(visit, member, people.get(member.personId)))}
      />
      <Pagination
        t={t}
        label={title}
        previous={after === "" ? undefined : here}
        next={found.length > PER_PAGE && last !== undefined ? `${here}?after=${last.personId}` : undefined}
      />
      <p class="term-line">{t(`communities.members.shown-${community.memberList}`)}</p>
    </Page>
  );
}

function memberRow(visit: CommunityVisit, member: Membership, person: PersonDescription | undefined) {
  const { c, community, role } = visit;
  const { t } = c.var;
  const since = member.joinedAt.toZonedDateTimeISO(t.zone).toPlainDate();
  return [
    <PersonName t={t} person={person} href={person?.url} />,
    <>
      {t(`communities.role.${member.role}`)}
      {role === "steward" && (
        <>
          {" "}
          <a
            href={underCommunity(community, "members", member.personId)}
            aria-label={t("communities.members.decide-about", { person: person?.name ?? person?.handle ?? "" })}
          >
            {t("communities.members.decide")}
          </a>
        </>
      )}
    </>,
    <time datetime={since.toString()}>{t.briefDate(since)}</time>,
  ];
}

function ClosedMembers({ visit }: { readonly visit: CommunityVisit }) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.members.title");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      head={<PageHead frame={frame} name={title} sentence={t(`communities.members.closed-${community.memberList}`)} />}
      unlisted
    />
  );
}
