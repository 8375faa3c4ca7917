import { formOrKept, signInFirst } from "../../../accounts/index.ts";
import { isSteward } from "../../../communities/index.ts";
import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { textOf, textsOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerQuestions } from "../../commands/questions/answer-questions.ts";
import { chooseQuestions } from "../../commands/questions/choose-questions.ts";
import { keepAnswersFor } from "../../commands/questions/keep-answers-for.ts";
import { languagesNamed } from "../../model/questions/language-names.ts";
import { askableQuestions, recordingConsents, type Question } from "../../model/questions/questions.ts";
import { keepingDaysOf, questionsOf } from "../../store/questions/questions.read.ts";
import { aboutOf, byKind, carryOut, refuse } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { showAccessNeeds } from "./access-page.tsx";
import { showAnswers } from "./answers-page.tsx";
import { ChoosingPage } from "./choosing-page.tsx";
import { QuestionsPage } from "./questions-page.tsx";
import { readQuestionsView } from "./questions-view.ts";

const page = ({ gathering }: GatheringVisit) => `${gatheringPath(gathering)}/questions`;

/** What an RSVP asks besides: answering it, choosing it, and for organisers what was answered. */
export function questionsRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/questions",
    visiting(application, async (visit) => {
      if (visit.standing.personId === undefined) return signInFirst(visit.c);
      const form = await formOrKept(visit.c, application, page(visit));
      return visit.c.html(<QuestionsPage view={await readQuestionsView(visit)} form={form} />);
    }),
  );
  web.post(
    "/gatherings/:id/questions",
    visiting(application, async (visit) => {
      const again = async (form: FormState) => <QuestionsPage view={await readQuestionsView(visit)} form={form} />;
      const sent = sentForm(visit.c);
      const more = languagesNamed(textOf(sent, "moreLanguages"));
      const fieldFor = byKind({ "language-not-known": "moreLanguages", "conduct-changed": "acceptsConduct" });
      if (more === null && visit.standing.personId !== undefined)
        return refuse(visit.c, { kind: "language-not-known" }, { again, fieldFor });
      const asked = await questionsOf(application.read, visit.gathering.id);
      const input = { ...aboutOf(visit.gathering), ...answersIn(sent, more ?? [], asked) };
      return carryOut(visit, answerQuestions, input, {
        page: page(visit),
        onwards: () => ({ path: page(visit), done: "answered" }),
        again,
        fieldFor,
      });
    }),
  );
  choosingRoutes(web, application);
  web.get("/gatherings/:id/questions/answers", visitingAsOrganiser(application, showAnswers));
  web.get("/gatherings/:id/questions/access", visiting(application, showAccessNeeds));
}

/** What the form says; of what is not asked, nothing. */
function answersIn(sent: FormInput, more: readonly string[], asked: readonly Question[]) {
  const recording = recordingConsents.find((consent) => consent === textOf(sent, "recording"));
  return {
    languages: [...new Set([...textsOf(sent, "languages"), ...more])],
    introduction: textOf(sent, "introduction"),
    brings: textOf(sent, "brings"),
    seeks: textOf(sent, "seeks"),
    ...(recording !== undefined && { recording }),
    ...(asked.includes("access") && {
      captions: textOf(sent, "captions") === "yes",
      signLanguage: textOf(sent, "signLanguage"),
      other: textOf(sent, "other"),
    }),
    acceptsConduct: textOf(sent, "acceptsConduct") === "yes" ? textOf(sent, "conductRead") : "",
  };
}

function choosingRoutes(web: Hono<PageEnv>, application: Application): void {
  const again = async (visit: GatheringVisit, form: FormState) => {
    const { gathering, community, standing } = visit;
    const { read } = application;
    return (
      <ChoosingPage
        visit={visit}
        asked={await questionsOf(read, gathering.id)}
        keptDays={await keepingDaysOf(read, community.id)}
        isSteward={standing.personId !== undefined && (await isSteward(read, community.id, standing.personId))}
        form={form}
      />
    );
  };
  web.get(
    "/gatherings/:id/questions/choice",
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, `${page(visit)}/choice`);
      return visit.c.html(await again(visit, form));
    }),
  );
  web.post(
    "/gatherings/:id/questions/choice",
    visiting(application, (visit) => {
      const ticked = textsOf(sentForm(visit.c), "questions");
      const questions = askableQuestions.filter((question) => ticked.includes(question));
      return carryOut(
        visit,
        chooseQuestions,
        { ...aboutOf(visit.gathering), questions },
        {
          page: `${page(visit)}/choice`,
          onwards: () => ({ path: gatheringPath(visit.gathering), done: "questions" }),
          again: (form) => again(visit, form),
        },
      );
    }),
  );
  web.post(
    "/gatherings/:id/questions/keeping",
    visiting(application, (visit) => {
      const input = { communityId: visit.community.id, days: textOf(sentForm(visit.c), "days") };
      return carryOut(visit, keepAnswersFor, input, {
        page: `${page(visit)}/choice`,
        onwards: () => ({ path: `${page(visit)}/choice`, done: "kept" }),
        again: (form) => again(visit, form),
      });
    }),
  );
}
