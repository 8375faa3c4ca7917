import { BriefTime } from "../../../ui/components/time-text.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { VoiceScope } from "../../model/voice/handed-voices.ts";
import type { Handed } from "../../store/voice/handed.read.ts";
import { proposalPath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import type { VoicesView } from "./voices-view.ts";

interface VoiceLineProps {
  readonly view: VoicesView;
  readonly voice: Handed;
  /** Whom the line names: the other one. */
  readonly person: string;
}

/** One voice from the reader's side: with whom, what for, and until when. */
export function VoiceLine({ view, voice, person }: VoiceLineProps) {
  const { t } = view.visit.c.var;
  return (
    <p class="stance-line">
      <PersonName t={t} person={view.people.get(person)} />, <VoiceSubject view={view} {...voice} />{" "}
      <span class="stance-when">
        · {t("decisions.voice.until")} <BriefTime t={t} instant={voice.endsAt} />
        {voice.acceptedAt === undefined && ` · ${t("decisions.voice.waits")}`}
      </span>
    </p>
  );
}

interface VoiceSubjectProps {
  readonly view: VoicesView;
  readonly scope: VoiceScope;
  readonly subject: string;
}

/** What a voice is handed over for. */
export function VoiceSubject({ view, scope, subject }: VoiceSubjectProps) {
  const { t } = view.visit.c.var;
  if (scope === "community") return <>{t("decisions.voice.for.community")}</>;
  if (scope === "topic") return <>{t("decisions.voice.for.topic", { topic: subject })}</>;
  const proposal = view.proposals.get(subject);
  if (proposal === undefined) return <>{t("decisions.voice.for.proposal")}</>;
  return (
    <>
      {t("decisions.voice.for.proposal")}:{" "}
      <a href={proposalPath(proposal)}>
        <UserName name={proposal.title} />
      </a>
    </>
  );
}
