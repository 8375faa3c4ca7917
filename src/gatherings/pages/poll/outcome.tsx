import { FairnessLines } from "../../../ui/components/fairness-lines.tsx";
import { Person } from "../../../ui/components/person.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { placeOfZone } from "../../../ui/zones.ts";
import { shownHost } from "../../../kernel/text/handle.ts";
import type { SlotChoice } from "../../model/choose-slots.ts";
import type { GroupCoverage } from "../../model/fairness.ts";
import { foldedCoverage, leastNamed } from "../../model/folded-coverage.ts";
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
        <Fairness outcome={outcome} choice={choice} by="zone" />
        <Fairness outcome={outcome} choice={choice} by="instance" />
        <NightBurdens outcome={outcome} choice={choice} />
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
          {unsuited.slice(0, 100).map(({ person }) => {
            const described = outcome.people.get(person);
            return (
              <li>
                {described?.name === undefined ? (
                  t("gatherings.people.gone")
                ) : (
                  <Person t={t} name={described.name} handle={described.handle} href={described.url} />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

interface FairnessProps extends Omit<ChoiceReportProps, "title"> {
  readonly by: "zone" | "instance";
}

function Fairness({ outcome, choice, by }: FairnessProps) {
  const { t } = outcome.view.visit.c.var;
  const lines = linesOf(outcome, by === "zone" ? choice.zones : choice.instances);
  if (lines.length === 0) return null;
  return (
    <FairnessLines
      t={t}
      title={t(`gatherings.outcome.fairness-${by}`)}
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
