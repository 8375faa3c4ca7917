import type { Child } from "hono/jsx";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice } from "../../../ui/components/choice.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName } from "../../../ui/text.tsx";
import { guestStandings, longestGuestName } from "../../model/voice/guests.ts";
import type { GuestLetterState } from "../../model/answers/guest-letters.ts";
import type { Guest } from "../../store/voice/guests.read.ts";
import { guestsPath } from "../addresses.ts";
import type { ProposalVisit } from "../visit.ts";
import { WithinProposal } from "./within-proposal.tsx";

interface GuestsPageProps {
  readonly visit: ProposalVisit;
  readonly guests: readonly Guest[];
  /** What became of the letters to them, by guest. */
  readonly letters: ReadonlyMap<string, GuestLetterState>;
  /** Whether this server can send letters. */
  readonly isMailOn: boolean;
  readonly form: FormState;
  readonly notice?: Child;
}

/** Where guests are invited to answer one proposal, and their seats taken back. */
export function GuestsPage({ visit, guests, letters, isMailOn, form, notice }: GuestsPageProps) {
  const { t } = visit.c.var;
  return (
    <WithinProposal
      visit={visit}
      title={t("decisions.voice.guest.title")}
      sentence={t("decisions.voice.guest.sentence")}
      notice={notice}
    >
      <Invite visit={visit} isMailOn={isMailOn} form={form} />
      <Section id="guests" title={t("decisions.voice.guest.list-title")}>
        {guests.length === 0 ? (
          <Empty what={t("decisions.voice.guest.none")} />
        ) : (
          <Seats visit={visit} guests={guests} letters={letters} />
        )}
      </Section>
    </WithinProposal>
  );
}

function Invite({ visit, isMailOn, form }: Pick<GuestsPageProps, "visit" | "isMailOn" | "form">) {
  const { c, proposal } = visit;
  const { t, frame } = c.var;
  const title = t("decisions.voice.guest.panel");
  if (proposal.state !== "open") {
    return <ActPanel title={title} cannot={t(`decisions.answer-panel.over-${proposal.state}`)} />;
  }
  return (
    <ActPanel title={title}>
      <Form frame={frame} action={guestsPath(proposal)}>
        <Field
          name="name"
          label={t("decisions.voice.field.name")}
          hint={t("decisions.voice.field-hint.name")}
          form={form}
          maxlength={longestGuestName}
          autocomplete="off"
        />
        <Choice
          name="standing"
          label={t("decisions.voice.field.standing")}
          form={form}
          value="advisory"
          options={guestStandings.map((value) => ({
            value,
            label: t(`decisions.voice.guest.standing.${value}`),
            hint: t(`decisions.voice.guest.standing-hint.${value}`),
          }))}
        />
        <Field
          name="email"
          type="email"
          label={t("decisions.voice.field.email")}
          hint={t(isMailOn ? "decisions.answers.letter.address-hint" : "decisions.answers.letter.off-hint")}
          form={form}
          maxlength={200}
          autocomplete="off"
          optional
        />
        <Submit>{t(isMailOn ? "decisions.answers.letter.invite" : "decisions.voice.guest.invite")}</Submit>
        <VisibilityLine>{t("decisions.voice.guest.visible")}</VisibilityLine>
      </Form>
    </ActPanel>
  );
}

function Seats({ visit, guests, letters }: Pick<GuestsPageProps, "visit" | "guests" | "letters">) {
  const { c, proposal } = visit;
  const { t, frame } = c.var;
  return (
    <ul class="stance-list">
      {guests.map((guest) => (
        <li>
          <p class="stance-line">
            {guest.name === "" ? t("decisions.voice.guest.unnamed") : <UserName name={guest.name} />}{" "}
            <span class="stance-when">
              · {t(`decisions.voice.guest.standing.${guest.standing}`)} ·{" "}
              {t(`decisions.voice.guest.state.${stateOf(guest)}`)}
              <LetterState t={t} guest={guest} state={letters.get(guest.id)} />
            </span>
          </p>
          {proposal.state === "open" && guest.revokedAt === undefined && (
            <Form
              frame={frame}
              action={`${guestsPath(proposal)}/${guest.id}/revocation`}
              label={t("decisions.voice.guest.revoke")}
            >
              <Submit kind="stop" label={t("decisions.voice.guest.revoke-of", { name: guest.name })}>
                {t("decisions.voice.guest.revoke")}
              </Submit>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What became of the letter to a guest, as long as nothing else is known of them. */
function LetterState({ t, guest, state }: LetterStateProps) {
  if (state === undefined || stateOf(guest) !== "waiting") return null;
  return <> · {t(`decisions.answers.letter.state.${state}`)}</>;
}

interface LetterStateProps {
  readonly t: Translator;
  readonly guest: Guest;
  readonly state: GuestLetterState | undefined;
}

function stateOf(guest: Guest): "revoked" | "answered" | "waiting" {
  if (guest.revokedAt !== undefined) return "revoked";
  return guest.ballot === undefined ? "waiting" : "answered";
}
