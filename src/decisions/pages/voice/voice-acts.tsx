import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { viewsOf } from "../../methods/shown.ts";
import { phonePath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import type { ProposalView } from "../proposals/proposal-view.ts";

/** What concerns the reader's own voice: an answer that was written down for them, or somebody who speaks for them. */
export function VoiceActs({ view }: { readonly view: ProposalView }) {
  const { voices, visit, own, names } = view;
  const { c, proposal } = visit;
  const { t, frame } = c.var;
  if (proposal.state !== "open") return null;
  if (voices.ownRecorded !== undefined && own?.by === "phone") {
    return (
      <Notice
        t={t}
        meaning="careful"
        what={
          <>
            {t("decisions.voice.phone.asked", { answer: viewsOf(proposal).inWords(own.ballot, names, t) })}{" "}
            {t("decisions.voice.phone.by")}{" "}
            <PersonName t={t} person={voices.people.get(voices.ownRecorded.recorderId)} />
          </>
        }
        told={t("decisions.voice.phone.asked-told")}
      >
        <Form frame={frame} action={`${phonePath(proposal)}/answer`} label={t("decisions.voice.phone.confirm-label")}>
          <Submit kind="quiet" name="answer" value="yes">
            {t("decisions.voice.phone.right")}
          </Submit>{" "}
          <Submit kind="quiet" name="answer" value="no">
            {t("decisions.voice.phone.wrong")}
          </Submit>
        </Form>
      </Notice>
    );
  }
  const spoken = voices.ownSpoken;
  if (spoken === undefined) return null;
  return (
    <Notice
      t={t}
      meaning="note"
      what={
        <>
          <PersonName t={t} person={voices.people.get(spoken.speaker)} />{" "}
          {voices.areShown
            ? t("decisions.voice.speaks-for-you", { answer: viewsOf(proposal).inWords(spoken.ballot, names, t) })
            : t("decisions.voice.speaks-for-you-hidden")}
        </>
      }
      told={t("decisions.voice.speaks-for-you-told")}
    />
  );
}
