import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import type { GatheringView } from "./gathering-view.ts";

/** What the reader may just have done on the way to the gathering's page. */
const acts = [
  "announced",
  "joined",
  "left",
  "asked",
  "said",
  "date-set",
  "edited",
  "moved",
  "room-set",
  "cancelled",
] as const;

/** After an act: what happened, who was told, and how to take it back. */
export function DoneNotice({ view }: { readonly view: GatheringView }) {
  const { t } = view.visit.c.var;
  const done = doneKey(view.visit.c, acts);
  if (done === undefined) return null;
  return (
    <Notice
      t={t}
      what={t(`gatherings.done.${done}`)}
      told={t(`gatherings.done-told.${done}`)}
      undo={<p>{t(`gatherings.done-undo.${done}`)}</p>}
    />
  );
}
