import type { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { carryingOut, describePeople, forbidden, signInFirst } from "../../accounts/index.ts";
import { communityByHandle, isMember, isSteward, membersAmong } from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import { textOf } from "../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../ui/form-state.ts";
import { showNotFound } from "../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../ui/request.ts";
import { endCircle } from "../commands/end-circle.ts";
import { keepCircle } from "../commands/keep-circle.ts";
import type { Circle } from "../model/circle.ts";
import { circlesOf, peopleInCircle } from "../store/circles.read.ts";
import { CirclePage } from "./circle-page.tsx";
import { circlesPath, type CircleVisit } from "./circle-visit.ts";
import { CirclesPage } from "./circles-page.tsx";

const base = "/communities/:handle/circles";
const carryOut = carryingOut(["only-stewards"]);

/** The circles of a community: read by everybody, kept by stewards. */
export function circleRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    base,
    visiting(application, async (visit) => visit.c.html(await listPage(visit, untouchedForm(visit.c.var.t)))),
  );
  web.post(
    base,
    visiting(application, (visit) =>
      carryOut(visit, keepCircle, said(visit, ""), {
        page: circlesPath(visit.community),
        onwards: () => ({ path: circlesPath(visit.community), done: "kept" }),
        again: (form) => listPage(visit, form),
      }),
    ),
  );
  web.get(
    `${base}/:circle`,
    visitingCircle(application, async (visit, circle) =>
      visit.c.html(await onePage(visit, circle, untouchedForm(visit.c.var.t))),
    ),
  );
  web.post(
    `${base}/:circle`,
    visitingCircle(application, (visit, circle) =>
      carryOut(visit, keepCircle, said(visit, circle.id), {
        page: `${circlesPath(visit.community)}/${circle.id}`,
        onwards: () => ({ path: circlesPath(visit.community), done: "kept" }),
        again: (form) => onePage(visit, circle, form),
      }),
    ),
  );
  web.post(
    `${base}/:circle/removal`,
    visitingCircle(application, (visit, circle) =>
      carryOut(
        visit,
        endCircle,
        { communityId: visit.community.id, circleId: circle.id },
        {
          page: circlesPath(visit.community),
          onwards: () => ({ path: circlesPath(visit.community), done: "ended" }),
          again: (form) => listPage(visit, form),
        },
      ),
    ),
  );
}

function said({ c, community }: CircleVisit, circleId: string) {
  const sent = sentForm(c);
  const words = { name: textOf(sent, "name"), aim: textOf(sent, "aim"), people: textOf(sent, "people") };
  return { communityId: community.id, circleId, ...words };
}

async function listPage(visit: CircleVisit, form: FormState): Promise<HtmlEscapedString> {
  const circles = await circlesOf(visit.application.read, visit.community.id);
  const counted = await Promise.all(circles.map(async (circle) => ({ circle, people: await peopleOf(visit, circle) })));
  return <CirclesPage visit={visit} circles={counted} form={form} />;
}

async function onePage(visit: CircleVisit, circle: Circle, form: FormState): Promise<HtmlEscapedString> {
  return <CirclePage visit={visit} circle={circle} people={await peopleOf(visit, circle)} form={form} />;
}

/** Those in a circle who still belong to the community. */
async function peopleOf({ application, community }: CircleVisit, circle: Circle) {
  const { read } = application;
  const written = await peopleInCircle(read, circle.id);
  const members = await membersAmong(read, community.id, written);
  const people = await describePeople(read, written);
  return written.filter((id) => members.has(id)).flatMap((id) => people.get(id) ?? []);
}

type Answer = Response | Promise<Response>;

function visiting(application: Application, answer: (visit: CircleVisit) => Answer) {
  return async (c: PageContext): Promise<Response> => {
    const { read } = application;
    const community = await communityByHandle(read, (c.req.param("handle") ?? "").toLowerCase());
    if (community === undefined) return showNotFound(c);
    const reader = c.var.reader.person?.id;
    const steward = reader !== undefined && (await isSteward(read, community.id, reader));
    const member = reader !== undefined && (await isMember(read, community.id, reader));
    const seesMembers = community.memberList === "everyone" || (community.memberList === "members" ? member : steward);
    return answer({ c, application, community, isSteward: steward, seesMembers });
  };
}

/** One circle of the community, for those who keep it. */
function visitingCircle(application: Application, answer: (visit: CircleVisit, circle: Circle) => Answer) {
  return visiting(application, async (visit) => {
    const { c, community } = visit;
    if (c.var.reader.person === undefined) return signInFirst(c);
    if (!visit.isSteward) return forbidden(c, "only-stewards");
    const circles = await circlesOf(application.read, community.id);
    const circle = circles.find(({ id }) => id === c.req.param("circle"));
    return circle === undefined ? showNotFound(c) : answer(visit, circle);
  });
}
