import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { PageContext } from "../../../ui/request.ts";
import type { Entry } from "../../model/entry.ts";
import { isOld, mayLookAgain } from "../../model/look-up/look.ts";
import type { LookRecord } from "../../store/look-up/looks.read.ts";
import { entryPath } from "../directory-paths.ts";
import { timeTag } from "../time-tag.tsx";
import { outcomeWords } from "./found-preview.tsx";

interface LookStatusProps {
  readonly c: PageContext;
  readonly entry: Entry;
  readonly look: LookRecord | undefined;
  /** Whether this server looks at others at all. */
  readonly looks: boolean;
}

/** When the place's server was looked at and what came of it; what is old is said to be old, and what failed to have failed. */
export function LookStatus({ c, entry, look, looks }: LookStatusProps) {
  const { t, frame } = c.var;
  const { now } = frame;
  if (entry.domain === undefined) return undefined;
  const { lookedAt, answeredAt, outcome } = look ?? {};
  return (
    <div class="look-status">
      {lookedAt !== undefined && outcome !== undefined && (
        <p>
          {t.rich("directory.looked-at", { time: timeTag(lookedAt) }, { when: t.relative(lookedAt, now) })}{" "}
          {outcome !== "found" && outcomeWords(t, entry.domain, { outcome, leadsTo: look?.leadsTo })}
        </p>
      )}
      {answeredAt !== undefined && (outcome !== "found" || isOld(answeredAt, now)) && (
        <p>{t.rich("directory.measured-then", { time: timeTag(answeredAt) }, { when: t.relative(answeredAt, now) })}</p>
      )}
      {looks && look?.askedAt !== undefined && !mayLookAgain(look, now) && <p>{t("directory.look-waits")}</p>}
      {looks && mayLookAgain(look, now) && (
        <Form frame={frame} action={`${entryPath(entry)}/looks`}>
          <Submit kind="quiet">{t(lookedAt === undefined ? "directory.look-first" : "directory.look-again")}</Submit>
        </Form>
      )}
    </div>
  );
}
