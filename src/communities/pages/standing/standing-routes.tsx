import type { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { describePeople, describePerson } from "../../../accounts/index.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { addClass } from "../../commands/standing/add-class.ts";
import { removeClass } from "../../commands/standing/remove-class.ts";
import { setStanding } from "../../commands/standing/set-standing.ts";
import { setVotingRules } from "../../commands/standing/set-voting-rules.ts";
import { classesOf, markedMembers, memberWithStanding, votingRulesOf } from "../../store/standing/standing.read.ts";
import { carryOut } from "../acts.ts";
import { underCommunity } from "../addresses.ts";
import { visitingAsMember, visitingAsSteward, type CommunityRoutes, type CommunityVisit } from "../visit.ts";
import { MemberStandingPage } from "./member-standing-page.tsx";
import { StandingPage } from "./standing-page.tsx";

const base = "/communities/:handle/standing";
const marksShown = 200;

/** Who of the members has a vote: read by members, each with what stands of themselves; set by stewards. */
export function standingRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    base,
    visitingAsMember(routes, async (visit) => visit.c.html(await standingPage(visit, {}))),
  );
  web.post(
    `${base}/rules`,
    visitingAsSteward(routes, (visit) => {
      const sent = sentForm(visit.c);
      const [waitingDays, challengeDays] = [textOf(sent, "waitingDays"), textOf(sent, "challengeDays")];
      const input = { communityId: visit.community.id, waitingDays, challengeDays, reason: textOf(sent, "reason") };
      return carryOut(visit, setVotingRules, input, {
        ...leadingBack(visit),
        onwards: ({ changed }) => onwards(visit, changed.length > 0),
        again: (rules) => standingPage(visit, { rules }),
      });
    }),
  );
  web.post(
    `${base}/classes`,
    visitingAsSteward(routes, (visit) => {
      const sent = sentForm(visit.c);
      const votes = textOf(sent, "votes") === "yes";
      const input = { communityId: visit.community.id, name: textOf(sent, "name"), votes };
      return carryOut(visit, addClass, input, {
        ...leadingBack(visit),
        again: (classes) => standingPage(visit, { classes }),
        fieldFor: () => "name",
      });
    }),
  );
  web.post(
    `${base}/classes/:class/removal`,
    visitingAsSteward(routes, (visit) => {
      const input = { communityId: visit.community.id, classId: visit.c.req.param("class") ?? "" };
      return carryOut(visit, removeClass, input, {
        ...leadingBack(visit),
        again: (classes) => standingPage(visit, { classes }),
      });
    }),
  );
  memberStandingRoutes(web, routes);
}

function memberStandingRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  const path = "/communities/:handle/members/:person/standing";
  web.get(
    path,
    visitingAsSteward(routes, async (visit) => {
      const page = await memberStandingPage(visit, untouchedForm(visit.c.var.t));
      return page === undefined ? showNotFound(visit.c) : visit.c.html(page);
    }),
  );
  web.post(
    path,
    visitingAsSteward(routes, (visit) => {
      const sent = sentForm(visit.c);
      const personId = visit.c.req.param("person") ?? "";
      const set = { classId: textOf(sent, "classId"), duesLapsedOn: textOf(sent, "duesLapsedOn") };
      return carryOut(
        visit,
        setStanding,
        { communityId: visit.community.id, personId, ...set },
        {
          page: underCommunity(visit.community, "members", personId, "standing"),
          onwards: ({ changed }) => onwards(visit, changed),
          again: async (form) => (await memberStandingPage(visit, form)) ?? standingPage(visit, {}),
        },
      );
    }),
  );
}

function leadingBack(visit: CommunityVisit) {
  return { page: underCommunity(visit.community, "standing"), onwards: () => onwards(visit, true) };
}

function onwards({ community }: CommunityVisit, changed: boolean) {
  return { path: underCommunity(community, "standing"), done: changed ? "changed" : "unchanged" };
}

async function standingPage(
  visit: CommunityVisit,
  forms: { readonly rules?: FormState; readonly classes?: FormState },
): Promise<HtmlEscapedString> {
  const { application, community, personId, role, c } = visit;
  const { read } = application;
  const isSteward = role === "steward";
  const [rules, classes, own, marked] = await Promise.all([
    votingRulesOf(read, community.id),
    classesOf(read, community.id),
    personId === undefined ? undefined : memberWithStanding(read, community.id, personId),
    isSteward ? markedMembers(read, community.id, marksShown) : [],
  ]);
  const people = await describePeople(
    read,
    marked.map((member) => member.personId),
  );
  const untouched = untouchedForm(c.var.t);
  const form = { rules: forms.rules ?? untouched, classes: forms.classes ?? untouched };
  return <StandingPage visit={visit} view={{ rules, classes, own, marked, people }} forms={form} />;
}

async function memberStandingPage(visit: CommunityVisit, form: FormState): Promise<HtmlEscapedString | undefined> {
  const { application, community, c } = visit;
  const { read } = application;
  const id = c.req.param("person") ?? "";
  const [person, member, classes] = await Promise.all([
    describePerson(read, id),
    memberWithStanding(read, community.id, id),
    classesOf(read, community.id),
  ]);
  if (person === undefined || member === undefined) return undefined;
  return <MemberStandingPage visit={visit} person={person} member={member} classes={classes} form={form} />;
}
