import type { GatheringView } from "../gathering/gathering-view.ts";

/** The way into the video room for those who may enter; the others read that there is one, and how one comes to it. */
export function RoomLine({ view }: { readonly view: GatheringView }) {
  const { t } = view.visit.c.var;
  if (view.room === "none") return null;
  if (view.room === "for-others") return <p class="quiet">{t("gatherings.room.for-places")}</p>;
  return (
    <p>
      {t("gatherings.room.way-in")} <a href={view.room.link}>{new URL(view.room.link).host}</a>
    </p>
  );
}
