import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import { electoratePath, proposalPath } from "../addresses.ts";
import { whyNotWords } from "./electorate-words.ts";
import type { ElectoratePageProps } from "./electorate-page-view.ts";

/** What the reader is on this list, and, in its time, the form by which they challenge somebody's standing or the count. */
export function ChallengePanel({ visit, view, form }: ElectoratePageProps) {
  const { c, proposal } = visit;
  const { frame, t } = c.var;
  const { electorate, aboutId, people } = view;
  if (electorate.why === undefined || electorate.challengeTime !== "now") {
    return <OwnPanel visit={visit} view={view} form={form} />;
  }
  const isSecret = proposal.secrecy === "secret";
  const until = isSecret ? proposal.closesAt : electorate.challengedUntil;
  const person = people.get(aboutId);
  const end = until && (
    <>
      {t("decisions.challenge.until")} <TimeText t={t} instant={until} organiserZone={proposal.zone} />
    </>
  );
  if (aboutId === "" && isSecret) {
    return (
      <ActPanel title={t("decisions.challenge.standing")} until={end}>
        <p>{t("decisions.challenge.choose")}</p>
      </ActPanel>
    );
  }
  return (
    <ActPanel title={t(`decisions.challenge.${aboutId === "" ? "count" : "standing"}`)} until={end}>
      {aboutId === "" ? (
        <p>{t("decisions.challenge.choose-or-count")}</p>
      ) : (
        <p>
          <UserName name={person?.name ?? person?.handle ?? ""} />
        </p>
      )}
      <Form frame={frame} action={`${proposalPath(proposal)}/challenges`}>
        <input type="hidden" name="aboutId" value={aboutId} />
        <TextArea
          name="reason"
          label={t("decisions.challenge.reason")}
          hint={t("decisions.challenge.reason-hint")}
          form={form}
          rows={3}
          maxlength={1_000}
        />
        <Submit>{t("decisions.challenge.submit")}</Submit>
        <VisibilityLine>{t("decisions.challenge.visible")}</VisibilityLine>
      </Form>
      {aboutId !== "" && !isSecret && (
        <p>
          <a href={electoratePath(proposal)}>{t("decisions.challenge.count-instead")}</a>
        </p>
      )}
    </ActPanel>
  );
}

function OwnPanel({ visit, view: { electorate } }: ElectoratePageProps) {
  const { t } = visit.c.var;
  const title = t("decisions.electorate.own");
  const { why, not, ownVoice } = electorate;
  if (not !== undefined) return <ActPanel title={title} cannot={whyNotWords(t, not)} />;
  if (why === undefined) return <ActPanel title={title} cannot={t("decisions.electorate.own-unknown")} />;
  return (
    <ActPanel title={title}>
      <p>
        {ownVoice === undefined
          ? t(`decisions.electorate.may.${why}`)
          : t("decisions.electorate.why-voice", { organisation: ownVoice.name })}
      </p>
    </ActPanel>
  );
}

/** For stewards: the challenge that waits longest, to be answered. */
export function WaitingChallenge({ visit, view, form }: ElectoratePageProps) {
  const { c, proposal, isSteward } = visit;
  const { frame, t } = c.var;
  const { challenges, people } = view.electorate;
  const waiting = challenges.find(({ verdict }) => verdict === "");
  if (!isSteward || waiting === undefined) return null;
  const person = waiting.about === undefined ? undefined : people.get(waiting.about);
  return (
    <Section
      id="answer"
      title={t("decisions.challenge.answer-title")}
      explained={t("decisions.challenge.answer-explained")}
    >
      <p>
        {waiting.about === undefined ? t("decisions.challenge.of-count") : t("decisions.challenge.of-standing")}{" "}
        {waiting.about !== undefined && <UserName name={person?.name ?? person?.handle ?? ""} />}
      </p>
      <UserText text={waiting.reason} />
      <Form frame={frame} action={`${proposalPath(proposal)}/challenges/${waiting.id}/answer`}>
        <Choice
          name="verdict"
          label={t("decisions.challenge.verdict-label")}
          form={form}
          options={(["upheld", "dismissed"] as const).map((value) => ({
            value,
            label: t(`decisions.challenge.verdict.${value}`),
            hint: t(`decisions.challenge.verdict-hint.${value}`),
          }))}
        />
        <TextArea name="answer" label={t("decisions.challenge.answer")} form={form} rows={3} maxlength={1_000} />
        <Submit>{t("decisions.challenge.answer-submit")}</Submit>
      </Form>
    </Section>
  );
}
