import type { Child } from "hono/jsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { feedbackBounds, linesOf, type Feedback, type FeedbackKind } from "../../model/feedback/feedback.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";

interface FeedbackPageProps {
  readonly visit: GatheringVisit;
  readonly isOpen: boolean;
  readonly own: Readonly<Record<FeedbackKind, string>>;
  readonly all: readonly Feedback[];
  readonly form: FormState;
  readonly notice: Child;
}

const kinds = ["plus", "delta"] as const;

/** So many contributions a list shows; the minutes have all of them. */
const mostListed = 100;

/** Saying in two minutes how a gathering was, and what others say, without names. */
export function FeedbackPage({ visit, isOpen, own, all, form, notice }: FeedbackPageProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.feedback.title")}
      sentence={t(isOpen ? "gatherings.feedback.sentence" : "gatherings.feedback.closed")}
      notice={notice}
    >
      {isOpen && (
        <Form frame={frame} action={`${gatheringPath(gathering)}/feedback`} draft={`feedback-${gathering.id}`}>
          {kinds.map((kind) => (
            <TextArea
              name={kind}
              label={t(`gatherings.feedback.${kind}`)}
              hint={t("gatherings.feedback.hint")}
              form={form}
              value={own[kind]}
              rows={3}
              maxlength={feedbackBounds.mostCharacters}
              optional
            />
          ))}
          <Submit>{t("gatherings.feedback.send")}</Submit>
          <VisibilityLine>{t("gatherings.feedback.visible", { days: feedbackBounds.daysWithNames })}</VisibilityLine>
        </Form>
      )}
      <Section id="said" title={t("gatherings.feedback.said")}>
        {all.length === 0 ? <Empty what={t("gatherings.feedback.none")} /> : <Said visit={visit} all={all} />}
      </Section>
    </FormPage>
  );
}

function Said({ visit, all }: Pick<FeedbackPageProps, "visit" | "all">) {
  const { t } = visit.c.var;
  return (
    <>
      {kinds.map((kind) => {
        const said = all.filter((one) => one.kind === kind);
        if (said.length === 0) return null;
        return (
          <>
            <h3>{t(`gatherings.feedback.${kind}`)}</h3>
            <ul>
              {said.slice(0, mostListed).map((one) => (
                <Contribution visit={visit} one={one} />
              ))}
            </ul>
            {said.length > mostListed && <p>{t("gatherings.feedback.more", { more: said.length - mostListed })}</p>}
          </>
        );
      })}
    </>
  );
}

function Contribution({ visit, one }: { readonly visit: GatheringVisit; readonly one: Feedback }) {
  const { c, gathering, standing } = visit;
  const { t } = c.var;
  if (one.hiddenReason !== undefined)
    return <li dir="auto">{t("gatherings.minutes.line.hidden", { reason: one.hiddenReason })}</li>;
  return (
    <li dir="auto">
      {linesOf(one.text).map((line, place) => (
        <>
          {place > 0 && <br />}
          {line}
        </>
      ))}
      {standing.organises && (
        <>
          {" "}
          <a href={`${gatheringPath(gathering)}/feedback/${one.id}/hiding`}>{t("gatherings.feedback.hide")}</a>
        </>
      )}
    </li>
  );
}
