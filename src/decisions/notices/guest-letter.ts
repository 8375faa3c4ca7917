import { describePerson } from "../../accounts/index.ts";
import { communityById } from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import { isLanguage } from "../../kernel/i18n/language.ts";
import type { WaitingLetter } from "../store/answers/guest-letters.read.ts";
import type { Proposal } from "../store/proposals/proposals.read.ts";
import { threadById } from "../store/threads/threads.read.ts";
import type { Guest } from "../store/voice/guests.read.ts";

/** A letter to one address; the same id each time it is sent. */
export interface GuestLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly id: string;
}

/** Sends a letter at once; throws when the mail server does not take it. Undefined where e-mail is off. */
export type SendLetter = ((letter: GuestLetter) => Promise<void>) | undefined;

/** The letter that invites a guest to a proposal, in the language of its thread, with the link by which they answer. */
export async function guestLetter(
  { read, origin, translations }: Application,
  proposal: Proposal,
  guest: Guest,
  { address, token }: WaitingLetter,
): Promise<GuestLetter> {
  const thread = await threadById(read, proposal.threadId);
  const [primary = ""] = (thread?.language ?? "").split("-");
  const t = translations.translator(isLanguage(primary) ? primary : "en", proposal.zone);
  const inviter = (await describePerson(read, guest.inviterId))?.name ?? t("decisions.people.gone");
  const community = (await communityById(read, proposal.communityId))?.name ?? "";
  const { title } = proposal;
  const link = new URL(`/proposals/${proposal.id}/guest/${token}`, origin).href;
  return {
    to: address,
    subject: t("decisions.voice.guest.mail-subject", { title }),
    text: t("decisions.answers.letter.text", {
      inviter,
      community,
      title,
      closes: t.dateTime(proposal.closesAt),
      link,
    }),
    id: `guest.${guest.id}`,
  };
}
