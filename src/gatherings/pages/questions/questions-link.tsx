import { LinkButton } from "../../../ui/components/submit.tsx";
import type { GatheringView } from "../gathering/gathering-view.ts";
import { gatheringPath } from "../addresses.ts";

/** For whoever comes: the way to what the organisers ask besides, said plainly while it is unanswered. */
export function QuestionsLink({ view }: { readonly view: GatheringView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  const { asked, hasAnswered } = view.questions;
  const comes = view.sessions.some(({ own }) => own !== undefined && own.entry.answer !== "not-going");
  if (asked.length === 0 || !comes) return null;
  const href = `${gatheringPath(gathering)}/questions`;
  if (hasAnswered) {
    return (
      <p>
        <a href={href}>{t("gatherings.questions.change")}</a>
      </p>
    );
  }
  const subjects = asked.map((question) => t(`gatherings.questions.subject.${question}`));
  return (
    <>
      <p>{t("gatherings.questions.asked", { subjects: t.list(subjects) })}</p>
      <p>
        <LinkButton kind="quiet" href={href}>
          {t("gatherings.questions.answer")}
        </LinkButton>
      </p>
    </>
  );
}
