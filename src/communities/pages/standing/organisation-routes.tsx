import type { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { describePeople } from "../../../accounts/index.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { addOrganisation } from "../../commands/standing/add-organisation.ts";
import { endDelegation } from "../../commands/standing/end-delegation.ts";
import { endOrganisation } from "../../commands/standing/end-organisation.ts";
import { nameDelegate } from "../../commands/standing/name-delegate.ts";
import { organisationsOf } from "../../store/standing/organisations.read.ts";
import { carryOut } from "../acts.ts";
import { underCommunity } from "../addresses.ts";
import { mayReadMembers } from "../community/community-view.ts";
import { visiting, visitingAsSteward, type CommunityRoutes, type CommunityVisit } from "../visit.ts";
import { OrganisationPage } from "./organisation-page.tsx";
import { OrganisationsPage } from "./organisations-page.tsx";

const base = "/communities/:handle/organisations";
const one = `${base}/:organisation`;

/** The organisations that belong to a community, and who speaks for each. Everybody reads the list; stewards keep it. */
export function organisationRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    base,
    visiting(routes, async (visit) => visit.c.html(await listPage(visit, untouchedForm(visit.c.var.t)))),
  );
  web.post(
    base,
    visitingAsSteward(routes, (visit) => {
      const sent = sentForm(visit.c);
      const input = { communityId: visit.community.id, name: textOf(sent, "name"), host: textOf(sent, "host") };
      return carryOut(visit, addOrganisation, input, {
        ...leadingBack(visit, [], "organisation-added"),
        again: (form) => listPage(visit, form),
        fieldFor: () => "name",
      });
    }),
  );
  web.get(
    one,
    visitingAsSteward(routes, async (visit) => {
      const page = await onePage(visit, untouchedForm(visit.c.var.t));
      return page === undefined ? showNotFound(visit.c) : visit.c.html(page);
    }),
  );
  web.post(
    `${one}/removal`,
    visitingAsSteward(routes, (visit) =>
      carryOut(visit, endOrganisation, about(visit), {
        ...leadingBack(visit, [], "organisation-ended"),
        again: (form) => listPage(visit, form),
      }),
    ),
  );
  delegateRoutes(web, routes);
}

function delegateRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.post(
    `${one}/delegates`,
    visitingAsSteward(routes, (visit) => {
      const sent = sentForm(visit.c);
      const said = Object.fromEntries(
        ["person", "from", "until", "decidedBy"].map((name) => [name, textOf(sent, name)]),
      );
      return carryOut(
        visit,
        nameDelegate,
        { ...about(visit), ...said },
        {
          ...leadingBack(visit, [about(visit).organisationId], "delegate-named"),
          again: async (form) => (await onePage(visit, form)) ?? listPage(visit, form),
          fieldFor: ({ kind }) => (kind === "term-ends-first" ? "until" : "person"),
        },
      );
    }),
  );
  web.post(
    `${one}/delegates/:person/removal`,
    visitingAsSteward(routes, (visit) => {
      const input = { ...about(visit), personId: visit.c.req.param("person") ?? "" };
      return carryOut(visit, endDelegation, input, {
        ...leadingBack(visit, [input.organisationId], "delegation-ended"),
        again: (form) => listPage(visit, form),
      });
    }),
  );
}

function about({ community, c }: CommunityVisit) {
  return { communityId: community.id, organisationId: c.req.param("organisation") ?? "" };
}

function leadingBack({ community }: CommunityVisit, to: readonly string[], done: string) {
  const path = underCommunity(community, "organisations", ...to);
  return { page: path, onwards: () => ({ path, done }) };
}

async function listPage(visit: CommunityVisit, form: FormState): Promise<HtmlEscapedString> {
  const { application, community } = visit;
  const organisations = await organisationsOf(application.read, community.id);
  const delegates = mayReadMembers(visit) ? organisations.flatMap((each) => each.delegates) : [];
  const people = await describePeople(
    application.read,
    delegates.map(({ personId }) => personId),
  );
  return <OrganisationsPage visit={visit} organisations={organisations} people={people} form={form} />;
}

async function onePage(visit: CommunityVisit, form: FormState): Promise<HtmlEscapedString | undefined> {
  const { application } = visit;
  const { communityId, organisationId } = about(visit);
  const organisation = (await organisationsOf(application.read, communityId)).find(({ id }) => id === organisationId);
  if (organisation === undefined) return undefined;
  const people = await describePeople(
    application.read,
    organisation.delegates.map(({ personId }) => personId),
  );
  return <OrganisationPage visit={visit} organisation={organisation} people={people} form={form} />;
}
