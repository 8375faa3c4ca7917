import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { formOrKept } from "../../../accounts/index.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf, textsOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerRolePart } from "../../commands/roles/answer-role.ts";
import { askForHelpers } from "../../commands/roles/ask-for-helpers.ts";
import { offerRole } from "../../commands/roles/offer-role.ts";
import { setVolunteersRule } from "../../commands/roles/set-volunteers-rule.ts";
import { volunteerForRole } from "../../commands/roles/volunteer-for-role.ts";
import { rolePartById } from "../../store/roles/roles.read.ts";
import { aboutOf, byKind, carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, type GatheringVisit } from "../visit.ts";
import { roleLabels } from "./organiser-forms.tsx";
import { RolesPage } from "./roles-page.tsx";
import { readRolesView } from "./roles-view.ts";
import { showTurns } from "./turns-page.tsx";

const done = [
  "offered",
  "volunteered",
  "held",
  "declined",
  "turned-down",
  "taken-back",
  "stepped-back",
  "called",
  "ruled",
] as const;

/** The page of a gathering's roles, and what is done there. */
export function roleRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/roles",
    visiting(application, async (visit) => {
      const view = await readRolesView(visit);
      const form = await formOrKept(visit.c, application, pageOf(visit));
      return visit.c.html(<RolesPage view={view} form={form} notice={<Done visit={visit} />} />);
    }),
  );
  web.get("/gatherings/:id/roles/turns", visiting(application, showTurns));
  // The post that asks for helpers, to whoever opens it in a browser.
  web.get(
    "/gatherings/:id/helpers/:call",
    visiting(application, (visit) => visit.c.redirect(pageOf(visit))),
  );
  // What has a name of its own comes before the roles of people, which go by their ids.
  organiserRoutes(web, application);
  peopleRoutes(web, application);
}

function peopleRoutes(web: Hono<PageEnv>, application: Application): void {
  web.post(
    "/gatherings/:id/roles",
    visiting(application, (visit) => {
      const input = { ...aboutOf(visit.gathering), role: textOf(sentForm(visit.c), "role") as "host" };
      return carryOut(visit, volunteerForRole, input, {
        page: pageOf(visit),
        onwards: ({ state }) => ({ path: pageOf(visit), done: state }),
        again: (form) => again(visit, form),
      });
    }),
  );
  web.post(
    "/gatherings/:id/roles/:part",
    visiting(application, async (visit) => {
      const part = await rolePartById(application.read, visit.c.req.param("part") ?? "");
      if (part?.gatheringId !== visit.gathering.id) return showNotFound(visit.c);
      const act = textOf(sentForm(visit.c), "act") as "yes";
      return carryOut(
        visit,
        answerRolePart,
        { ...aboutOf(visit.gathering), partId: part.id, act },
        {
          page: pageOf(visit),
          onwards: ({ state }) => ({ path: pageOf(visit), done: state }),
          again: (form) => again(visit, form),
        },
      );
    }),
  );
}

function organiserRoutes(web: Hono<PageEnv>, application: Application): void {
  web.post(
    "/gatherings/:id/roles/offers",
    visiting(application, (visit) => {
      const sent = sentForm(visit.c);
      const [role, personId] = [textOf(sent, "role") as "host", textOf(sent, "personId")];
      return carryOut(
        visit,
        offerRole,
        { ...aboutOf(visit.gathering), role, personId },
        {
          page: pageOf(visit),
          onwards: ({ state }) => ({ path: pageOf(visit), done: state }),
          again: (form) => again(visit, form),
          fieldFor: byKind({ ...fieldsOfPerson, "role-is-taken": "role" }),
        },
      );
    }),
  );
  web.post(
    "/gatherings/:id/roles/call",
    visiting(application, (visit) => {
      const roles = [...textsOf(sentForm(visit.c), "roles")] as "host"[];
      return carryOut(
        visit,
        askForHelpers,
        { ...aboutOf(visit.gathering), roles },
        {
          page: pageOf(visit),
          onwards: () => ({ path: pageOf(visit), done: "called" }),
          again: (form) => again(visit, form),
          fieldFor: byKind({ "role-is-taken": "roles", "helpers-asked-lately": "roles" }),
          fieldOf: (field) => (field.startsWith("roles") ? "roles" : field),
        },
      );
    }),
  );
  web.post(
    "/gatherings/:id/roles/volunteers",
    visiting(application, (visit) => {
      const volunteers = textOf(sentForm(visit.c), "volunteers") as "agreed";
      return carryOut(
        visit,
        setVolunteersRule,
        { ...aboutOf(visit.gathering), volunteers },
        {
          page: pageOf(visit),
          onwards: () => ({ path: pageOf(visit), done: "ruled" }),
          again: (form) => again(visit, form),
        },
      );
    }),
  );
}

const fieldsOfPerson = {
  "not-of-the-gathering": "personId",
  "role-held-already": "personId",
  "role-offered-already": "personId",
  "role-was-declined": "personId",
};

function pageOf({ gathering }: GatheringVisit): string {
  return `${gatheringPath(gathering)}/roles`;
}

async function again(visit: GatheringVisit, form: FormState) {
  const view = await readRolesView(visit);
  return <RolesPage view={view} form={form} notice={<RefusalSummary form={form} fields={roleLabels(form.t)} />} />;
}

function Done({ visit }: { readonly visit: GatheringVisit }) {
  const { t } = visit.c.var;
  const act = doneKey(visit.c, done);
  return act === undefined ? null : <Notice t={t} what={t(`gatherings.roles.said.${act}`)} />;
}
