import { guestsPath, phonePath } from "../addresses.ts";
import type { ProposalView } from "../proposals/proposal-view.ts";

/** For whoever put an open proposal forward, and for stewards: the ways to hear those who cannot answer here. */
export function VoiceTending({ view }: { readonly view: ProposalView }) {
  const { c, proposal, isSteward } = view.visit;
  const { t } = c.var;
  if (proposal.secrecy === "secret") return null;
  return (
    <p class="next-step">
      <a href={guestsPath(proposal)}>{t("decisions.voice.guest.invite-link")}</a>{" "}
      {isSteward && <a href={phonePath(proposal)}>{t("decisions.voice.phone.link")}</a>}
    </p>
  );
}
