import { FairnessLines } from "../../../ui/components/fairness-lines.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { placeOfZone } from "../../../ui/zones.ts";
import { shownHost } from "../../../kernel/text/handle.ts";
import type { SlotChoice } from "../../model/choose-slots.ts";
import type { GroupCoverage } from "../../model/fairness.ts";
import { foldedCoverage, leastNamed } from "../../model/folded-coverage.ts";
import { ParticipantName } from "../participant-name.tsx";
import { NightBurdens } from "./night-burdens.tsx";
import type { OutcomeView } from "./outcome-view.ts";

interface ChoiceReportProps {
  readonly outcome: OutcomeView;
  readonly choice: SlotChoice;
  readonly title: string;
}

/** What one choice of times means: how many can come, who is left out, and how fair it is. */
export function ChoiceReport({ outcome, choice, title }: ChoiceReportProps) {
  const { t } = outcome.view.visit.c.var;
  const { covered, people, coveredByYes } = choice;
  return (
    <article class="choice-report">
      <h3>{title}</h3>
      <p class="choice-times">
        <TimesOfChoice outcome={outcome} choice={choice} />
      </p>
      <p class="choice-count">{t("gatherings.outcome.covered", { covered, people })}</p>
      <p>{t("gatherings.outcome.by-yes", { people: coveredByYes })}</p>
      <NobodyFrom outcome={outcome} choice={choice} />
      <Details summary={t("gatherings.outcome.details")}>
        <LeftOut outcome={outcome} choice={choice} />
        <Fairness outcome={outcome} choice={choice} title={title} by="zone" />
        <Fairness outcome={outcome} choice={choice} title={title} by="instance" />
        <NightBurdens outcome={outcome} choice={choice} title={title} />
      </Details>
    </article>
  );
}

/** The times of a choice, in the reader's zone. */
export function TimesOfChoice({ outcome, choice }: Omit<ChoiceReportProps, "title">) {
  const { t } = outcome.view.visit.c.var;
  const times = outcome.view.slots.filter(({ id }) => choice.slots.includes(id));
  return (
    <>
      {times.map(({ startsAt }, place) => (
        <>
          {place > 0 && " + "}
          <BriefTime t={t} instant={startsAt} />
        </>
      ))}
    </>
  );
}

/** "Nobody from Pacific/Auckland": the zones whose people a choice leaves out altogether. */
function NobodyFrom({ outcome, choice }: Omit<ChoiceReportProps, "title">) {
  const { t } = outcome.view.visit.c.var;
  const left = linesOf(outcome, choice.zones).filter(({ covered, name }) => covered === 0 && name !== null);
  if (left.length === 0) return null;
  return (
    <p>{t("gatherings.outcome.nobody-from", { zones: t.list(left.map(({ name }) => placeOfZone(name ?? ""))) })}</p>
  );
}

function LeftOut({ outcome, choice }: Omit<ChoiceReportProps, "title">) {
  const { visit } = outcome.view;
  const { t } = visit.c.var;
  const silent = choice.leftOut.filter(({ why }) => why === "not-answered").length;
  const unsuited = choice.leftOut.filter(({ why }) => why === "no-slot-suits");
  return (
    <div class="left-out">
      <p>{t("gatherings.outcome.left-out", { unsuited: unsuited.length, silent })}</p>
      {visit.standing.organises && unsuited.length > 0 && (
        <ul class="people-list">
          {unsuited.slice(0, 100).map(({ person }) => (
            <li>
              <ParticipantName t={t} person={outcome.people.get(person)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface FairnessProps extends ChoiceReportProps {
  readonly by: "zone" | "instance";
}

function Fairness({ outcome, choice, title, by }: FairnessProps) {
  const { t } = outcome.view.visit.c.var;
  const lines = linesOf(outcome, by === "zone" ? choice.zones : choice.instances);
  if (lines.length === 0) return null;
  return (
    <FairnessLines
      t={t}
      title={t(`gatherings.outcome.fairness-${by}`, { choice: title })}
      subject={t(`gatherings.outcome.${by}`)}
      measure={t("gatherings.outcome.share")}
      lines={lines.map(({ name, groups, covered, people }) => ({
        label: name === null ? t(`gatherings.outcome.small-${by}`, { groups }) : nameOf(by, name),
        share: { numerator: covered, denominator: people },
        people: t("gatherings.outcome.of", { covered, people }),
      }))}
    />
  );
}

function linesOf({ view }: OutcomeView, groups: readonly GroupCoverage[]) {
  return foldedCoverage(groups, view.visit.standing.organises ? 1 : leastNamed);
}

function nameOf(by: "zone" | "instance", name: string): string {
  return by === "zone" ? placeOfZone(name) : shownHost(name);
}
