import type { Hono } from "hono";
import { formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerCommitment } from "../../commands/commitments/answer-commitment.ts";
import { proposeCommitment } from "../../commands/commitments/propose-commitment.ts";
import { commitmentById } from "../../store/commitments/commitments.read.ts";
import { aboutOf, byKind, carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, type GatheringVisit } from "../visit.ts";
import { untilField } from "./commitment-item.tsx";
import { CommitmentsPage } from "./commitments-page.tsx";
import { readCommitmentsView } from "./commitments-view.ts";
import { proposeLabels } from "./propose-form.tsx";

const done = ["made", "asked", "accept", "decline", "finish", "drop", "move", "resume", "withdraw"] as const;

/** The page of a gathering's commitments, and what is done there. */
export function commitmentRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/commitments",
    visiting(application, async (visit) => {
      const view = await readCommitmentsView(visit);
      const form = await formOrKept(visit.c, application, pageOf(visit));
      return visit.c.html(<CommitmentsPage view={view} form={form} notice={<Done visit={visit} />} />);
    }),
  );
  web.post(
    "/gatherings/:id/commitments",
    visiting(application, (visit) => {
      const sent = sentForm(visit.c);
      const [what, ownerId, due] = ["what", "ownerId", "due"].map((name) => textOf(sent, name));
      const input = { ...aboutOf(visit.gathering), what: what ?? "", ownerId: ownerId ?? "", due: due ?? "" };
      return carryOut(visit, proposeCommitment, input, {
        page: pageOf(visit),
        onwards: ({ isAsked }) => ({ path: pageOf(visit), done: isAsked ? "asked" : "made" }),
        again: (form) => again(visit, form),
        fieldFor: byKind({ "due-in-the-past": "due", "due-too-far": "due", "not-of-the-gathering": "ownerId" }),
      });
    }),
  );
  web.post(
    "/gatherings/:id/commitments/:commitment",
    visiting(application, async (visit) => {
      const commitment = await commitmentById(application.read, visit.c.req.param("commitment") ?? "");
      if (commitment?.gatheringId !== visit.gathering.id) return showNotFound(visit.c);
      const sent = sentForm(visit.c);
      const act = textOf(sent, "act");
      const until = untilField(commitment.id);
      const input = {
        ...aboutOf(visit.gathering),
        commitmentId: commitment.id,
        act: act as "accept",
        until: textOf(sent, until),
      };
      return carryOut(visit, answerCommitment, input, {
        page: pageOf(visit),
        onwards: () => ({ path: pageOf(visit), done: act }),
        again: (form) => again(visit, form),
        fieldOf: (field) => (field === "until" ? until : field),
        fieldFor: byKind({ "until-when": until, "due-in-the-past": until, "due-too-far": until }),
      });
    }),
  );
}

function pageOf({ gathering }: GatheringVisit): string {
  return `${gatheringPath(gathering)}/commitments`;
}

async function again(visit: GatheringVisit, form: FormState) {
  const view = await readCommitmentsView(visit);
  const until = form.t("gatherings.commitments.field.until");
  const labels = Object.fromEntries(view.open.map(({ commitment }) => [untilField(commitment.id), until]));
  const notice = <RefusalSummary form={form} fields={{ ...proposeLabels(form.t), ...labels }} />;
  return <CommitmentsPage view={view} form={form} notice={notice} />;
}

function Done({ visit }: { readonly visit: GatheringVisit }) {
  const { t } = visit.c.var;
  const act = doneKey(visit.c, done);
  return act === undefined ? null : <Notice t={t} what={t(`gatherings.commitments.said.${act}`)} />;
}
