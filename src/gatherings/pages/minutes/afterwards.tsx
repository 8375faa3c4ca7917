import { Section } from "../../../ui/components/section.tsx";
import { readsDraft, writesNotes } from "../../commands/notes/participants.ts";
import { takesFeedback } from "../../model/feedback/feedback.ts";
import { minutesStanding } from "../../model/minutes/minutes.ts";
import { takesNotes } from "../../model/notes/notes.ts";
import { minutesOf } from "../../store/minutes/minutes.read.ts";
import { hasNotes } from "../../store/notes/notes.read.ts";
import { gatheringPath } from "../addresses.ts";
import type { GatheringView } from "../gathering/gathering-view.ts";

/** What is written of a gathering, in a line each with the way there: notes and minutes, as far as they exist and the reader may see them. */
export async function WhatIsWritten({ view }: { readonly view: GatheringView }) {
  const { c, application, gathering, standing } = view.visit;
  const { t, frame } = c.var;
  const { read } = application;
  if (!takesNotes(gathering.state) && gathering.state !== "minuted") return null;
  const reads = await readsDraft(read, gathering, standing);
  const minutes = minutesStanding(await minutesOf(read, gathering.id), gathering.state, frame.now);
  const showsMinutes =
    minutes === "published" ||
    (minutes === "draft" && standing.organises) ||
    (reads && (minutes === "correcting" || minutes === "due"));
  const writes = takesNotes(gathering.state) && (await writesNotes(read, gathering, standing));
  const showsNotes = writes || (reads && gathering.state !== "minuted" && (await hasNotes(read, gathering.id)));
  const showsFeedback = reads && takesFeedback(gathering.state, firstStart(view), frame.now);
  if (!showsMinutes && !showsNotes && !showsFeedback) return null;
  const path = gatheringPath(gathering);
  return (
    <Section id="written" title={t("gatherings.minutes.summary.title")}>
      <ul>
        {showsMinutes && (
          <li>
            {t(`gatherings.minutes.summary.${minutes}`)}{" "}
            <a href={`${path}/minutes`}>{t("gatherings.minutes.summary.minutes")}</a>
          </li>
        )}
        {showsNotes && (
          <li>
            <a href={`${path}/notes`}>
              {t(writes ? "gatherings.minutes.summary.write" : "gatherings.minutes.summary.notes")}
            </a>
          </li>
        )}
        {showsFeedback && (
          <li>
            <a href={`${path}/feedback`}>{t("gatherings.minutes.summary.feedback")}</a>
          </li>
        )}
      </ul>
    </Section>
  );
}

function firstStart({ sessions }: GatheringView): Temporal.Instant | undefined {
  return sessions.find(({ session }) => session.cancelledAt === undefined)?.session.startsAt;
}
