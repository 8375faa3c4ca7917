import type { Translator } from "../../../kernel/i18n/translator.ts";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { placeOfZone } from "../../../ui/zones.ts";
import { balanceOf } from "../../model/agenda/block.ts";
import type { HeldSession } from "../../store/sessions.read.ts";
import type { TimedAgenda } from "./agenda-view.ts";

interface BlockTimeProps {
  readonly t: Translator;
  readonly sessions: readonly HeldSession[];
  /** Minutes after the start. */
  readonly offset: number;
}

/** When a block starts, in the reader's zone: a time for each session, or how long after the start while there is no date. */
export function BlockTime({ t, sessions, offset }: BlockTimeProps) {
  if (sessions.length === 0) return <>{t("gatherings.agenda.page.after-start", { minutes: offset })}</>;
  return (
    <>
      {sessions.map(({ startsAt }) => {
        const instant = startsAt.add({ minutes: offset });
        return <time datetime={instant.toString({ smallestUnit: "second" })}>{t.timeOfDay(instant)}</time>;
      })}
    </>
  );
}

/** In which zone the times stand, for which sessions, and the way to another zone. */
export function AgendaZone({ timed }: { readonly timed: TimedAgenda }) {
  const { t, frame, reader } = timed.visit.c.var;
  const [first] = timed.sessions;
  if (first === undefined) return <p class="quiet">{t("gatherings.agenda.page.no-date")}</p>;
  return (
    <div class="agenda-zone">
      {timed.sessions.map((session) => (
        <p>
          <TimeText t={t} instant={session.startsAt} organiserZone={session.time.zone} />
        </p>
      ))}
      <p class="quiet">
        {t("gatherings.poll.zone", { zone: t.zoneName(first.startsAt), place: placeOfZone(reader.zone) })}{" "}
        <a class="no-print" href={`/time-zone?back=${encodeURIComponent(frame.path)}`}>
          {t("gatherings.poll.zone-change")}
        </a>
      </p>
    </div>
  );
}

/** The sum, against the length of each session: over by how much, or what is free. */
export function AgendaSum({ timed }: { readonly timed: TimedAgenda }) {
  const { t } = timed.visit.c.var;
  const lengths = [...new Set(timed.sessions.map(({ time }) => time.lengthMinutes))];
  if (lengths.length === 0) return <p class="agenda-sum">{t("gatherings.agenda.sum.alone", { sum: timed.sum })}</p>;
  return (
    <>
      {lengths.map((length) => {
        const { kind, minutes } = balanceOf(timed.sum, length);
        return (
          <p class="agenda-sum" data-balance={kind}>
            {t(`gatherings.agenda.sum.${kind}`, { sum: timed.sum, length, minutes })}
          </p>
        );
      })}
    </>
  );
}
