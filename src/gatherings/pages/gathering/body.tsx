import { Section } from "../../../ui/components/section.tsx";
import { UserText } from "../../../ui/text.tsx";
import type { GatheringView } from "./gathering-view.ts";
import { HistoryOfGathering } from "./history.tsx";
import { AgendaSummary } from "../agenda/agenda-summary.tsx";
import { WhatIsWritten } from "../minutes/afterwards.tsx";
import { PollSummary } from "../poll/poll-summary.tsx";
import { BriefLine } from "../brief/brief-line.tsx";
import { CalendarLinks } from "../calendar/calendar-links.tsx";
import { CommitmentsSummary } from "../commitments/commitments-summary.tsx";
import { RolesSummary } from "../roles/roles-summary.tsx";
import { SeatsSummary } from "../seats/seats-summary.tsx";
import { Sessions } from "./sessions.tsx";
import { WallSummary } from "../wall/wall-summary.tsx";
import { WhoComes } from "./who-comes.tsx";

/** Everything below the act: when, about what, who comes, and what has happened so far. */
export function BodyOfGathering({ view }: { readonly view: GatheringView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  // What came of it is what people look for then.
  const isOver = gathering.state === "held" || gathering.state === "minuted";
  return (
    <>
      <Sessions view={view} />
      {isOver && <WhatIsWritten view={view} />}
      {gathering.description !== "" && (
        <Section id="about" title={t("gatherings.page.about")}>
          <UserText text={gathering.description} language={gathering.language} />
        </Section>
      )}
      <AgendaSummary view={view} />
      <PollSummary view={view} />
      <SeatsSummary view={view} />
      <WhoComes view={view} />
      <RolesSummary visit={view.visit} />
      <BriefLine visit={view.visit} />
      <CommitmentsSummary visit={view.visit} />
      {!isOver && <WhatIsWritten view={view} />}
      <WallSummary visit={view.visit} />
      {view.sessions.length > 0 && <CalendarLinks view={view} />}
      <HistoryOfGathering view={view} />
    </>
  );
}
