import { Section } from "../../../ui/components/section.tsx";
import { UserName } from "../../../ui/text.tsx";
import { gatheringPath } from "../addresses.ts";
import { ParticipantName } from "../participant-name.tsx";
import type { HeldCommitment } from "../../store/commitments/commitments.read.ts";
import type { BriefView } from "./brief-view.ts";

/** What people promised and have not done yet, here and at earlier gatherings; nothing where nothing is open. */
export function BriefCommitments({ view }: { readonly view: BriefView }) {
  const { c, gathering } = view.gathering.visit;
  const { t } = c.var;
  const open = [...view.earlier, ...view.open].filter(({ what }) => what !== "");
  if (open.length === 0) return null;
  return (
    <Section id="commitments" title={t("gatherings.brief.open")}>
      <ul>
        {open.map((commitment) => (
          <OpenLine view={view} commitment={commitment} />
        ))}
      </ul>
      <p class="no-print">
        <a href={`${gatheringPath(gathering)}/commitments`}>{t("gatherings.commitments.link")}</a>
      </p>
    </Section>
  );
}

function OpenLine({ view, commitment }: { readonly view: BriefView; readonly commitment: HeldCommitment }) {
  const { t } = view.gathering.visit.c.var;
  const { what, ownerId, due } = commitment;
  return (
    <li dir="auto">
      <UserName name={what} /> · <ParticipantName t={t} person={view.people.get(ownerId)} /> ·{" "}
      {t("gatherings.commitments.due", { day: t.date(due) })}
    </li>
  );
}
