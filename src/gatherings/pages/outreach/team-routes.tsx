import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { refusalPage, showNotFound } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageEnv } from "../../../ui/request.ts";
import { bringTeamMember } from "../../commands/outreach/bring-team-member.ts";
import { keepingDaysOf } from "../../store/questions/questions.read.ts";
import { largestTeam, teamByToken, teamMembersOf, type Team } from "../../store/outreach/teams.read.ts";
import { aboutOf, refuse } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, type GatheringVisit } from "../visit.ts";
import { TeamPage } from "./team-page.tsx";

/** The link by which an instance brings its team; whoever has it needs no account. */
export function teamRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/team/:token",
    visitingTeam(application, async (visit, team) =>
      visit.c.html(await teamPage(visit, team, untouchedForm(visit.c.var.t))),
    ),
  );
  web.post(
    "/gatherings/:id/team/:token",
    visitingTeam(application, async (visit, team) => {
      const { c, gathering } = visit;
      const input = { ...aboutOf(gathering), token: team.token, name: textOf(sentForm(c), "name") };
      const answer = await application.execute(bringTeamMember, input, byReader(c));
      if (answer.ok) return seeOther(c, `${gatheringPath(gathering)}/team/${team.token}`, "brought");
      const { refusal } = answer;
      if (refusal.kind === "not-found") return refusalPage(c, refusal);
      return refuse(c, refusal, { again: (form) => teamPage(visit, team, form) });
    }),
  );
}

async function teamPage(visit: GatheringVisit, team: Team, form: FormState) {
  const { read } = visit.application;
  const members = await teamMembersOf(read, visit.gathering.id, { targetId: team.targetId, limit: largestTeam });
  const keptDays = await keepingDaysOf(read, visit.community.id);
  return <TeamPage visit={visit} team={team} members={members} keptDays={keptDays} form={form} />;
}

function visitingTeam(application: Application, answer: (visit: GatheringVisit, team: Team) => Promise<Response>) {
  return visiting(application, async (visit) => {
    const team = await teamByToken(application.read, visit.c.req.param("token") ?? "");
    return team?.gatheringId === visit.gathering.id ? answer(visit, team) : showNotFound(visit.c);
  });
}
