import type { Hono } from "hono";
import type { z } from "zod";
import type { Application } from "../../../kernel/application.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { AnyRefusal } from "../../../kernel/base/result.ts";
import type { Command } from "../../../kernel/commands/command.ts";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { addToObjection } from "../../commands/consent/add-to-objection.ts";
import { answerConsent } from "../../commands/consent/answer-consent.ts";
import { answerMotion } from "../../commands/consent/answer-motion.ts";
import { answerQuestion } from "../../commands/consent/answer-question.ts";
import { answerReview } from "../../commands/consent/answer-review.ts";
import { askForConsent } from "../../commands/consent/ask-for-consent.ts";
import { askForTime } from "../../commands/consent/ask-for-time.ts";
import { askQuestion } from "../../commands/consent/ask-question.ts";
import { closeGatheringOfObjections } from "../../commands/consent/close-gathering-of-objections.ts";
import { confirmVersion } from "../../commands/consent/confirm-version.ts";
import { judgeObjection } from "../../commands/consent/judge-objection.ts";
import { openRounds } from "../../commands/consent/open-rounds.ts";
import { putMotion } from "../../commands/consent/put-motion.ts";
import { react } from "../../commands/consent/react.ts";
import { referConsent } from "../../commands/consent/refer-consent.ts";
import { sayClear } from "../../commands/consent/say-clear.ts";
import { settleOwnObjection } from "../../commands/consent/settle-own-objection.ts";
import { submitConsent } from "../../commands/consent/submit-consent.ts";
import { takeBackConsent } from "../../commands/consent/take-back-consent.ts";
import { writeConsentVersion } from "../../commands/consent/write-consent-version.ts";
import { decisionOfConsent } from "../../store/consent/adopted.read.ts";
import { decisionAgain } from "../register/decision-again.tsx";
import { carryingOutConsent } from "./carrying-out.ts";
import { ConsentPage } from "./consent-page.tsx";
import { readConsentView } from "./consent-view.ts";
import { consentPath, visitingConsent, type ConsentVisit } from "./consent-visit.ts";

/** What the page says was just done. */
export const doneKeys = [
  "drafted",
  "draft-saved",
  "submitted",
  "opened",
  "referred",
  "ended",
  "clear",
  "asked",
  "question-answered",
  "reacted",
  "version",
  "to-consent",
  "answered",
  "time",
  "gathered",
  "added",
  "judged",
  "settled",
  "confirmed",
  "motion",
  "motion-answered",
  "reviewed",
] as const;
type Done = (typeof doneKeys)[number];

/** Every act of a consent process, each a resource of its own. */
export function consentActs(web: Hono<PageEnv>, application: Application): void {
  const on = actsOf(web, application);
  on("submission", submitConsent, "submitted", () => ({}));
  on("opening", openRounds, "opened", () => ({}));
  on("referral", referConsent, "referred", (sent) => texts(sent, ["reason"]));
  on("ending", takeBackConsent, "ended", (sent) => texts(sent, ["how", "reason"]));
  on("clarity", sayClear, "clear", (sent) => texts(sent, ["answer"]));
  on("questions", askQuestion, "asked", (sent) => ({ text: textOf(sent, "question") }));
  on("questions/:question", answerQuestion, "question-answered", (sent, { question }) => ({
    questionId: question,
    answer: textOf(sent, `answer-${question}`),
  }));
  on("reaction", react, "reacted", (sent) => ({
    text: textOf(sent, "reaction"),
    pass: textOf(sent, "pass") === "yes" ? "yes" : "no",
  }));
  on("versions", writeConsentVersion, "version", (sent) =>
    texts(sent, ["integration", "title", "text", "termMonths", "measures", "responsible", "note"]),
  );
  on("consent-round", askForConsent, "to-consent", () => ({}));
  on("answer", answerConsent, "answered", (sent) =>
    texts(sent, ["answer", "words", "version", "kind", "aim", "evidence", "severity", "workable"]),
  );
  on("more-time", askForTime, "time", () => ({}));
  on("gathering-end", closeGatheringOfObjections, "gathered", () => ({}));
  on("objections/:objection/additions", addToObjection, "added", (sent, { objection }) => ({
    objectionId: objection,
    words: textOf(sent, `words-${objection}`),
  }));
  on("objections/:objection/judgement", judgeObjection, "judged", (sent, { objection }) => ({
    objectionId: objection,
    verdict: textOf(sent, "verdict"),
    words: textOf(sent, `words-${objection}`),
  }));
  on("objections/:objection/settlement", settleOwnObjection, "settled", (sent, { objection }) => ({
    objectionId: objection,
    as: textOf(sent, "as"),
  }));
  on("confirmation", confirmVersion, "confirmed", (sent) => texts(sent, ["will"]));
  on("motion", putMotion, "motion", (sent) => ({ subject: textOf(sent, "subject"), words: textOf(sent, "motion") }));
  on("motion/answer", answerMotion, "motion-answered", (sent) => ({ answer: textOf(sent, "agrees") }));
  on("review", answerReview, "reviewed", (sent) => ({
    answer: textOf(sent, "review"),
    words: textOf(sent, "words"),
  }));
}

interface Parameters {
  readonly question: string;
  readonly objection: string;
}

function actsOf(web: Hono<PageEnv>, application: Application) {
  return function on<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
    resource: string,
    command: Command<Schema, Value, Refusal>,
    done: Done,
    inputOf: (sent: FormInput, parameters: Parameters) => Readonly<Record<string, string>>,
  ): void {
    web.post(
      `/consents/:consent/${resource}`,
      visitingConsent(application, (visit) => {
        const { c, consent } = visit;
        const parameters = { question: c.req.param("question") ?? "", objection: c.req.param("objection") ?? "" };
        const about = { communityId: consent.communityId, consentId: consent.id };
        const input = { ...about, ...inputOf(sentForm(c), parameters) };
        return carryingOutConsent(visit, command, input, {
          page: consentPath(consent),
          onwards: () => ({ path: consentPath(consent), done }),
          again: (form) => pageAgain(visit, form),
          fieldOf: (field) => fieldName(resource, field, parameters),
        });
      }),
    );
  };
}

async function pageAgain(visit: ConsentVisit, form: FormState) {
  const { t } = visit.c.var;
  const decision =
    visit.consent.proposalId === undefined
      ? undefined
      : await decisionOfConsent(visit.application.read, visit.consent.id);
  if (decision !== undefined) return decisionAgain({ ...visit, decision }, form);
  const view = await readConsentView(visit);
  const fields = Object.fromEntries(Object.keys(form.faults).map((name) => [name, labelOf(t, name)]));
  return <ConsentPage view={view} form={form} notice={<RefusalSummary form={form} fields={fields} />} />;
}

/** The name of a field for the summary of what is to be mended; some stand once for each question or record. */
function labelOf(t: ConsentVisit["c"]["var"]["t"], name: string): string {
  const [kind = ""] = name.split("-");
  const known = [
    "question",
    "answer",
    "reaction",
    "words",
    "text",
    "termMonths",
    "reason",
    "motion",
    "agrees",
    "will",
    "review",
    "verdict",
  ] as const;
  const found = known.find((one) => one === kind) ?? "words";
  return t(`decisions.consent.label.${found}`);
}

/** How the page calls a field of a command. */
function fieldName(resource: string, field: string, { question, objection }: Parameters): string {
  if (resource === "questions" && field === "text") return "question";
  if (resource === "questions/:question") return `answer-${question}`;
  if (resource === "reaction") return "reaction";
  if (resource === "motion" && field === "words") return "motion";
  if (resource === "motion/answer") return "agrees";
  if (resource === "review" && field === "answer") return "review";
  if (resource.startsWith("objections/") && field === "words") return `words-${objection}`;
  return field;
}

function texts(sent: FormInput, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (sent[name] === undefined ? [] : [[name, textOf(sent, name)]])));
}
