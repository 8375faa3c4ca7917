import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import type { PageContext } from "../../../ui/request.ts";

/** What the page of a proposal says after an act about a voice; nothing after none. */
export function VoiceDone({ c }: { readonly c: PageContext }) {
  const { t } = c.var;
  const done = doneKey(c, ["voice-offered", "recorded", "phone-confirmed", "phone-refused"]);
  return done === undefined ? null : <Notice t={t} what={t(`decisions.voice.done.${done}`)} />;
}
