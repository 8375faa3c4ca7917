import { Check } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";
import type { NotesAtPlace } from "./notes-view.ts";
import { notesPath, placeTitle } from "./writing-page.tsx";

interface DeletionPageProps {
  readonly visit: GatheringVisit;
  readonly one: Pick<NotesAtPlace, "place" | "title">;
  readonly form: FormState;
}

/** Deleting notes that a block is not to have, after a tick that says so. */
export function DeletionPage({ visit, one, form }: DeletionPageProps) {
  const { t, frame } = visit.c.var;
  const label = t("gatherings.notes.deletion.sure");
  return (
    <FormPage
      visit={visit}
      title={placeTitle(visit, one)}
      sentence={t("gatherings.notes.deletion.sentence")}
      notice={<RefusalSummary form={form} fields={{ sure: label }} />}
    >
      <Form frame={frame} action={`${notesPath(visit, one)}/deletion`}>
        <Check name="sure" label={label} form={form} />
        <Submit kind="stop">{t("gatherings.notes.delete")}</Submit>
      </Form>
    </FormPage>
  );
}
