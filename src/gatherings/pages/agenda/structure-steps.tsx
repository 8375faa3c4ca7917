import type { Translator } from "../../../kernel/i18n/translator.ts";
import { isRepeated, type RepeatedSteps, type StructureId, type StructureStep } from "../../model/agenda/structure.ts";
import { structureOf } from "../../model/agenda/structures.ts";

interface StructureProps {
  readonly t: Translator;
  readonly id: StructureId;
}

/** How a structure goes: what it asks, its steps with their times, how many people it bears, and whom we owe it to. */
export function StructureSteps({ t, id }: StructureProps) {
  const { steps, people, credit, minutes } = structureOf(id);
  return (
    <>
      <p>{t(`gatherings.agenda.invitation.${id}`)}</p>
      {steps.length > 0 && (
        <ol class="structure-steps">
          {steps.map((part) => (isRepeated(part) ? <Repeated t={t} part={part} /> : <Step t={t} step={part} />))}
        </ol>
      )}
      {minutes !== null && (
        <p class="quiet">{t("gatherings.agenda.structures.needs", { minutes, people: people.least })}</p>
      )}
      {credit !== null && (
        <p class="quiet">
          {t.rich(
            "gatherings.agenda.structures.credit",
            { link: (children) => <a href={credit.url}>{children}</a> },
            { by: credit.by },
          )}
        </p>
      )}
    </>
  );
}

function Repeated({ t, part }: { readonly t: Translator; readonly part: RepeatedSteps }) {
  return (
    <li>
      {t("gatherings.agenda.structures.repeat", { times: part.repeat })}
      <ol>
        {part.steps.map((step) => (
          <Step t={t} step={step} />
        ))}
      </ol>
    </li>
  );
}

function Step({ t, step }: { readonly t: Translator; readonly step: StructureStep }) {
  const length = t.duration(Temporal.Duration.from({ seconds: step.seconds }).round({ largestUnit: "minutes" }));
  const how = t(`gatherings.agenda.config.${step.config}`, { size: step.plan?.size ?? 0 });
  return (
    <li>
      {t(`gatherings.agenda.step.${step.step}`)}{" "}
      <span class="quiet">
        ({length}, {how})
      </span>
    </li>
  );
}
