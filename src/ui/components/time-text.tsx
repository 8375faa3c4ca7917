import type { Translator } from "../../kernel/i18n/translator.ts";

interface TimeTextProps {
  readonly t: Translator;
  readonly instant: Temporal.Instant;
  /** The zone of whoever set the time: their local time stands beside the reader's where the two differ. */
  readonly organiserZone?: string | undefined;
}

/** A time in the reader's zone, which is named, over a machine-readable one. */
export function TimeText({ t, instant, organiserZone }: TimeTextProps) {
  const words = organiserZone === undefined ? t.dateTime(instant) : t.dateTimeBeside(instant, organiserZone);
  return <time datetime={instant.toString({ smallestUnit: "second" })}>{words}</time>;
}

/** As {@link TimeText} in few letters, for lists and tables; the whole of it is one hover or long press away. */
export function BriefTime({ t, instant }: Pick<TimeTextProps, "t" | "instant">) {
  return (
    <time datetime={instant.toString({ smallestUnit: "second" })} title={t.dateTime(instant)}>
      {t.briefDateTime(instant)}
    </time>
  );
}

/** How far off a time is: "in 3 days"; the time itself is one hover or long press away, so name it in words nearby too. */
export function RelativeTime({
  t,
  instant,
  now,
}: Pick<TimeTextProps, "t" | "instant"> & { readonly now: Temporal.Instant }) {
  return (
    <time datetime={instant.toString({ smallestUnit: "second" })} title={t.dateTime(instant)}>
      {t.relative(instant, now)}
    </time>
  );
}

/** From start to end, end excluded, in the reader's zone. */
export function TimeRange({
  t,
  start,
  end,
}: {
  readonly t: Translator;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}) {
  return <time datetime={start.toString({ smallestUnit: "second" })}>{t.dateTimeRange(start, end)}</time>;
}
