import type { PropsWithChildren } from "hono/jsx";
import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { DecisionState } from "../../model/consent/review.ts";
import type { ConsentView } from "./consent-view.ts";
import { areSpeakersShown, SaidBy } from "./said-by.tsx";

const meanings: Readonly<Record<DecisionState, "good" | "careful" | "stop" | "note">> = {
  adopted: "good",
  "in-force": "good",
  "review-due": "careful",
  overdue: "stop",
  amended: "note",
  superseded: "note",
  ended: "note",
  expired: "note",
};

/** Whether what was decided holds, and which decision it changes. */
export function DecisionView({ view }: { readonly view: ConsentView }) {
  return (
    <DecisionStanding view={view}>
      <WhatItChanges view={view} />
    </DecisionStanding>
  );
}

/** Whether it holds. */
export function DecisionStanding({ view, children }: PropsWithChildren<{ readonly view: ConsentView }>) {
  const { decision, visit } = view;
  const { t } = visit.c.var;
  if (decision === undefined) return null;
  return (
    <Notice
      t={t}
      meaning={meanings[decision.state]}
      what={t(`decisions.consent.decision.${decision.state}`, { review: t.weekdayDate(decision.reviewOn) })}
      told={t("decisions.outcome.turnout", { answered: decision.answered, eligible: decision.eligible })}
    >
      {children}
    </Notice>
  );
}

function WhatItChanges({ view }: { readonly view: ConsentView }) {
  const { t } = view.visit.c.var;
  if (view.changes === undefined) return null;
  return (
    <p>
      {t("decisions.consent.changes")}{" "}
      <a href={`/consents/${view.changes.consentId}`}>
        <UserName name={view.changes.title} />
      </a>
    </p>
  );
}

/** Its days and its fingerprint, the concerns that went with it, and what was said at its review. */
export function DecisionFacts({ view }: { readonly view: ConsentView }) {
  const { decision, visit } = view;
  const { c, consent } = visit;
  const { t } = c.var;
  if (decision === undefined) return null;
  const facts = [
    {
      term: t("decisions.consent.fact.adopted"),
      definition: <TimeText t={t} instant={decision.adoptedAt} organiserZone={decision.zone} />,
    },
    { term: t("decisions.consent.fact.starts"), definition: t.weekdayDate(decision.startsOn) },
    { term: t("decisions.consent.fact.review"), definition: t.weekdayDate(decision.reviewOn) },
    ...(decision.endsOn === undefined
      ? []
      : [{ term: t("decisions.consent.field.endsOn"), definition: t.weekdayDate(decision.endsOn) }]),
    { term: t("decisions.consent.hash"), definition: <code class="version-hash">{decision.versionHash}</code> },
  ];
  return (
    <>
      <DefinitionList definitions={facts} />
      <Concerns view={view} />
      {consent.state === "adopted" && view.review !== undefined && <ReviewShown view={view} />}
    </>
  );
}

/** The concerns that went with the consent, as questions for the review. */
function Concerns({ view }: { readonly view: ConsentView }) {
  const { t } = view.visit.c.var;
  const concerns = (view.consents?.answers ?? []).filter(({ answer, words }) => answer === "concern" && words !== "");
  if (concerns.length === 0 || !areSpeakersShown(view)) return null;
  return (
    <>
      <h3>{t("decisions.consent.concerns-title")}</h3>
      <p>{t("decisions.consent.concerns-explained")}</p>
      <ul class="stance-list">
        {concerns.map((concern) => (
          <li>
            <p class="stance-line">
              <SaidBy view={view} by={concern} />
            </p>
            <UserText text={concern.words} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was said at the last review. */
function ReviewShown({ view }: { readonly view: ConsentView }) {
  const { review, visit } = view;
  const { t } = visit.c.var;
  if (review === undefined) return null;
  const { answers, round } = review;
  if (round.closedAt !== undefined && answers.answered === 0) return null;
  return (
    <>
      <h3>{t("decisions.consent.review-title")}</h3>
      <p>
        {t("decisions.consent.waits.answered", { answered: answers.answered, eligible: round.eligible })}{" "}
        {round.closedAt !== undefined &&
          round.result !== "dropped" &&
          t(`decisions.consent.review-result.${round.result}`)}
      </p>
      {areSpeakersShown(view) && (
        <ul class="stance-list">
          {answers.answers.map((said) => (
            <li>
              <p class="stance-line">
                <SaidBy view={view} by={said} />: <strong>{t(`decisions.consent.review-answer.${said.answer}`)}</strong>
              </p>
              {said.words !== "" && <UserText text={said.words} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
