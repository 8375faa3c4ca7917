import { Section } from "../../../ui/components/section.tsx";
import { UserName } from "../../../ui/text.tsx";
import { describePeople } from "../../../accounts/index.ts";
import { commitmentCounts, commitmentsIn } from "../../store/commitments/commitments.read.ts";
import { gatheringPath } from "../addresses.ts";
import { ParticipantName } from "../participant-name.tsx";
import type { GatheringVisit } from "../visit.ts";

/** The next few promises, on the gathering's own page; nothing where there are none and the reader has none to make. */
export async function CommitmentsSummary({ visit }: { readonly visit: GatheringVisit }) {
  const { c, application, gathering, standing } = visit;
  const { t } = c.var;
  const counts = await commitmentCounts(application.read, gathering.id);
  const { accepted: open, done, dropped } = counts;
  const isEmpty = open + done + dropped === 0;
  const mayAct = standing.organises && gathering.state !== "idea" && gathering.state !== "cancelled";
  if (isEmpty && !mayAct) return null;
  const next = isEmpty ? [] : await commitmentsIn(application.read, gathering.id, "accepted", 3);
  const people = await describePeople(
    application.read,
    next.map(({ ownerId }) => ownerId),
  );
  return (
    <Section id="commitments" title={t("gatherings.commitments.title")}>
      <p>{isEmpty ? t("gatherings.commitments.none") : t("gatherings.commitments.count", { done, open, dropped })}</p>
      {next.length > 0 && (
        <ul>
          {next.map(({ what, ownerId, due }) => (
            <li dir="auto">
              <UserName name={what} /> · <ParticipantName t={t} person={people.get(ownerId)} /> ·{" "}
              {t("gatherings.commitments.due", { day: t.date(due) })}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${gatheringPath(gathering)}/commitments`}>{t("gatherings.commitments.link")}</a>
      </p>
    </Section>
  );
}
