import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import type { AgendaBlock } from "../../model/agenda/block.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";
import { agendaPath, editingPath } from "./agenda-path.ts";
import { BlockForm, blockLabels } from "./block-form.tsx";
import { StructureSteps } from "./structure-steps.tsx";

interface BlockPageProps {
  readonly visit: GatheringVisit;
  readonly block: AgendaBlock;
  readonly host: string;
  readonly names: readonly string[];
  readonly form: FormState;
}

/** Changing one block, or taking it out of the agenda. */
export function BlockPage({ visit, block, host, names, form }: BlockPageProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const path = `${agendaPath(gathering)}/blocks/${block.id}`;
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.agenda.edit.block", { title: block.title })}
      sentence={t("gatherings.agenda.edit.block-explained")}
      notice={<RefusalSummary form={form} fields={blockLabels(t)} />}
      after={{
        title: t("gatherings.agenda.structures.how", { name: t(`gatherings.agenda.structure.${block.structure}`) }),
        words: <StructureSteps t={t} id={block.structure} />,
      }}
    >
      <BlockForm visit={visit} form={form} action={path} block={block} host={host} names={names} />
      <Section id="removal" title={t("gatherings.agenda.edit.remove")}>
        <p>{t("gatherings.agenda.edit.remove-explained")}</p>
        <Form frame={frame} action={`${path}/removal`}>
          <Submit kind="stop">{t("gatherings.agenda.edit.remove-submit")}</Submit>
        </Form>
      </Section>
      <p>
        <a href={editingPath(gathering)}>{t("gatherings.agenda.edit.back")}</a>
      </p>
    </FormPage>
  );
}
