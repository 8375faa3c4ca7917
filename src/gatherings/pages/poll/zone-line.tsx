import { placeOfZone } from "../../../ui/zones.ts";
import type { PollView } from "./poll-view.ts";

/** In which zone the times stand, and the way to another. */
export function ZoneLine({ view }: { readonly view: PollView }) {
  const { t, frame, reader } = view.visit.c.var;
  const first = view.slots[0]?.startsAt ?? frame.now;
  return (
    <p>
      {t("gatherings.poll.zone", { zone: t.zoneName(first), place: placeOfZone(reader.zone) })}{" "}
      <a href={`/time-zone?back=${encodeURIComponent(frame.path)}`}>{t("gatherings.poll.zone-change")}</a>
    </p>
  );
}
