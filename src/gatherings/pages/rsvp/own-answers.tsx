import { BriefTime } from "../../../ui/components/time-text.tsx";
import type { GatheringView, OwnRsvp } from "../gathering/gathering-view.ts";

/** What the reader said so far, session by session, and where it stands. */
export function OwnAnswers({ view }: { readonly view: GatheringView }) {
  const { t } = view.visit.c.var;
  const answered = view.sessions.filter((one) => one.own !== undefined && one.session.cancelledAt === undefined);
  if (answered.length === 0) return null;
  return (
    <section aria-labelledby="own-answers">
      <h3 id="own-answers">{t("gatherings.rsvp-own.title")}</h3>
      <ul class="plain-list">
        {answered.map(({ session, own }) => (
          <li>
            <BriefTime t={t} instant={session.startsAt} />: {own !== undefined && <OwnAnswer view={view} own={own} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnAnswer({ view, own }: { readonly view: GatheringView; readonly own: OwnRsvp }) {
  const { t } = view.visit.c.var;
  const { answer, people, standing, seat, instance } = own.entry;
  if (standing === "waiting") return <>{t("gatherings.rsvp-own.waiting", { people, position: own.position ?? 1 })}</>;
  const said = t(`gatherings.rsvp-own.${answer}`, { people });
  if (seat !== "member" && seat !== "delegate" && seat !== "founder") return <>{said}</>;
  return <>{t("gatherings.seats.own", { said, seat, instance: instance ?? "" })}</>;
}
