import { Empty } from "../../../ui/components/empty.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { RelativeTime, TimeText } from "../../../ui/components/time-text.tsx";
import { linkTarget } from "../../../ui/address.ts";
import { UserText } from "../../../ui/text.tsx";
import type { GatheringState } from "../../model/gathering.ts";
import { endOf } from "../../model/session.ts";
import { SeriesLine } from "../series/series-line.tsx";
import { RoomLine } from "../room/room-line.tsx";
import type { GatheringView, SessionView } from "./gathering-view.ts";

/** When and where it is held: each session in the reader's zone, with the organisers' beside it. */
export function Sessions({ view }: { readonly view: GatheringView }) {
  const { t } = view.visit.c.var;
  return (
    <Section id="when" title={t("gatherings.when.title")}>
      {view.sessions.length === 0 ? (
        <Empty what={t(`gatherings.when.none.${lackOf(view.visit.gathering.state)}`)} />
      ) : (
        <ol class="session-list">
          {view.sessions.map((session) => (
            <SessionLine view={view} one={session} />
          ))}
        </ol>
      )}
      <Place view={view} />
      <RoomLine view={view} />
      <SeriesLine view={view} />
      <Why view={view} />
    </Section>
  );
}

function lackOf(state: GatheringState): "idea" | "asking" | "over" {
  if (state === "asking-when") return "asking";
  return state === "idea" ? "idea" : "over";
}

/** A session in the reader's zone, with its length, or that it is called off. */
export function SessionLine({ view, one }: { readonly view: GatheringView; readonly one: SessionView }) {
  const { t, frame } = view.visit.c.var;
  const { session } = one;
  const isCancelled = session.cancelledAt !== undefined;
  const length = t.duration(lengthOf(session.time.lengthMinutes));
  return (
    <li data-cancelled={isCancelled ? "yes" : undefined}>
      <p class="session-time">
        <TimeText t={t} instant={session.startsAt} organiserZone={session.time.zone} />
      </p>
      <p class="session-note">
        {isCancelled ? (
          t("gatherings.when.cancelled")
        ) : (
          <>
            {t("gatherings.when.length", { length, end: t.timeOfDay(endOf(session.time)) })} ·{" "}
            <RelativeTime t={t} instant={session.startsAt} now={frame.now} />
          </>
        )}
      </p>
    </li>
  );
}

/** A length in hours and minutes, as people say it. */
function lengthOf(minutes: number): Temporal.Duration {
  return Temporal.Duration.from({ minutes }).round({ largestUnit: "hours" });
}

/** Why these times were chosen, or moved, or why the gathering was called off. */
function Why({ view }: { readonly view: GatheringView }) {
  const { c, gathering } = view.visit;
  if (gathering.reason === "") return null;
  const key = gathering.state === "cancelled" ? "gatherings.when.why-cancelled" : "gatherings.when.why";
  return (
    <div class="why">
      <p class="quiet">{c.var.t(key)}</p>
      <UserText text={gathering.reason} language={gathering.language} />
    </div>
  );
}

/** Where it is held, as whoever organises wrote it; before there is a place or a room, that it will be said. */
export function Place({ view }: { readonly view: GatheringView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  if (gathering.place === "")
    return gathering.state === "date-set" && view.room === "none" ? (
      <p class="quiet">{t("gatherings.when.no-place")}</p>
    ) : null;
  const isLink = /^https?:\/\/\S+$/.test(gathering.place);
  return (
    <p>
      {t("gatherings.when.place")}{" "}
      {isLink ? <a href={linkTarget(gathering.place)}>{gathering.place}</a> : <bdi>{gathering.place}</bdi>}
    </p>
  );
}
