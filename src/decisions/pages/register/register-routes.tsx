import type { Hono } from "hono";
import { byKind, forbidden, formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerTask } from "../../commands/register/answer-task.ts";
import { proposeTask } from "../../commands/register/propose-task.ts";
import { recordDecision } from "../../commands/register/record-decision.ts";
import { decisionWays } from "../../model/consent/review.ts";
import { outcomeOf, type Outcome } from "../../store/proposals/outcomes.read.ts";
import { decisionOfProposal, decisionsOf } from "../../store/register/register.read.ts";
import { taskById } from "../../store/register/tasks.read.ts";
import { carryOut } from "../acts.ts";
import { proposalPath } from "../addresses.ts";
import { visitingCommunity, visitingProposal, type ProposalVisit } from "../visit.ts";
import { decisionAgain } from "./decision-again.tsx";
import { DecisionPage } from "./decision-page.tsx";
import { readDecisionPage } from "./decision-page-view.ts";
import { visitingDecision, type DecisionVisit } from "./decision-visit.ts";
import { recordFields, RecordingPage } from "./recording-page.tsx";
import { registerFiles } from "./register-files.ts";
import { showRegister } from "./register-page.tsx";
import { decisionPath } from "./register-paths.ts";
import { taskFields, untilField } from "./task-section.tsx";

/** So many decisions are offered to be replaced. */
const OFFERED = 100;

const doneKeys = [
  "recorded",
  "reviewed",
  "task-made",
  "task-asked",
  "task-accept",
  "task-decline",
  "task-finish",
  "task-drop",
  "task-move",
  "task-resume",
  "task-withdraw",
] as const;

/** The register, one decision, and what is done there. */
export function registerRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get("/communities/:handle/decisions", visitingCommunity(application, showRegister));
  registerFiles(web, application);
  web.get(
    "/decisions/:decision",
    visitingDecision(application, async (visit) => {
      const view = await readDecisionPage(visit);
      const form = await formOrKept(visit.c, application, decisionPath(visit.decision));
      return visit.c.html(<DecisionPage view={view} form={form} notice={<Done visit={visit} />} />);
    }),
  );
  recordingRoutes(web, application);
  taskRoutes(web, application);
}

function recordingRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/proposals/:proposal/decision/new",
    visitingProposal(application, async (visit) => {
      const { c, proposal, personId, isSteward } = visit;
      const known = await decisionOfProposal(application.read, proposal.id);
      if (known !== undefined) return c.redirect(decisionPath(known), 303);
      const outcome = await outcomeOf(application.read, proposal.id);
      if (outcome === undefined) return c.redirect(proposalPath(proposal), 303);
      if (personId !== undefined && personId !== proposal.authorId && !isSteward) return forbidden(c, "not-the-author");
      const form = await formOrKept(c, application, `${proposalPath(proposal)}/decision`);
      return c.html(await recordingPage(visit, outcome, form));
    }),
  );
  web.post(
    "/proposals/:proposal/decision",
    visitingProposal(application, async (visit) => {
      const { c, proposal } = visit;
      const outcome = await outcomeOf(application.read, proposal.id);
      if (outcome === undefined) return showNotFound(c);
      const about = { communityId: proposal.communityId, proposalId: proposal.id };
      const said = { title: proposal.title, ...texts(sentForm(c), recordFields) };
      return carryOut(
        visit,
        recordDecision,
        { ...about, ...said },
        {
          page: `${proposalPath(proposal)}/decision/new`,
          onwards: ({ decisionId }) => ({ path: decisionPath({ id: decisionId }), done: "recorded" }),
          again: (form) => recordingPage(visit, outcome, form),
        },
      );
    }),
  );
}

async function recordingPage(visit: ProposalVisit, outcome: Outcome, form: FormState) {
  const page = { reader: "members", state: undefined, before: undefined, limit: OFFERED } as const;
  const all = visit.isMember ? await decisionsOf(visit.application.read, visit.proposal.communityId, page) : [];
  const inForce = all.filter(({ state }) => decisionWays[state].supersede !== undefined);
  return <RecordingPage visit={visit} outcome={outcome} form={form} inForce={inForce} />;
}

function taskRoutes(web: Hono<PageEnv>, application: Application): void {
  web.post(
    "/decisions/:decision/tasks",
    visitingDecision(application, (visit) => {
      const { c, decision } = visit;
      const about = { communityId: decision.communityId, decisionId: decision.id };
      return carryOut(
        visit,
        proposeTask,
        { ...about, ...texts(sentForm(c), taskFields) },
        {
          page: decisionPath(decision),
          onwards: ({ isAsked }) => ({ path: decisionPath(decision), done: isAsked ? "task-asked" : "task-made" }),
          again: (form) => decisionAgain(visit, form),
          fieldFor: byKind({ "due-in-the-past": "due", "due-too-far": "due", "until-when": "due" }),
        },
      );
    }),
  );
  web.post(
    "/decisions/:decision/tasks/:task",
    visitingDecision(application, async (visit) => {
      const { c, decision } = visit;
      const task = await taskById(application.read, c.req.param("task") ?? "");
      if (task?.decisionId !== decision.id) return showNotFound(c);
      const sent = sentForm(c);
      const act = textOf(sent, "act");
      const until = untilField(task.id);
      const input = { communityId: decision.communityId, taskId: task.id, act, until: textOf(sent, until) };
      return carryOut(visit, answerTask, input, {
        page: decisionPath(decision),
        onwards: () => ({ path: decisionPath(decision), done: `task-${act}` }),
        again: (form) => decisionAgain(visit, form),
        fieldOf: (field) => (field === "until" ? until : field),
        fieldFor: byKind({ "until-when": until, "due-in-the-past": until, "due-too-far": until }),
      });
    }),
  );
}

function texts(sent: FormInput, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (sent[name] === undefined ? [] : [[name, textOf(sent, name)]])));
}

function Done({ visit }: { readonly visit: DecisionVisit }) {
  const { t } = visit.c.var;
  const done = doneKey(visit.c, doneKeys);
  return done === undefined ? null : <Notice t={t} what={t(`decisions.register.done.${done}`)} />;
}
