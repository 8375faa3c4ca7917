import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import type { PageContext } from "../../../ui/request.ts";

/** What the reader may just have done to the agenda. */
const acts = ["changed", "proposed", "withdrawn", "settled", "asked", "answered", "concluded", "published"] as const;

/** After an act: what happened, who was told, and how to take it back. */
export function AgendaDone({ c }: { readonly c: PageContext }) {
  const { t } = c.var;
  const done = doneKey(c, acts);
  if (done === undefined) return null;
  return (
    <Notice
      t={t}
      what={t(`gatherings.agenda.done.${done}`)}
      told={t(`gatherings.agenda.done-told.${done}`)}
      undo={<p>{t(`gatherings.agenda.done-undo.${done}`)}</p>}
    />
  );
}
