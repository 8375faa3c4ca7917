import type { Translator } from "../../../kernel/i18n/translator.ts";
import { CheckGroup } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { openableKinds, type OpenableKind } from "../../model/seats/seating.ts";
import type { Seating } from "../../store/seats/seats.read.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";

interface SeatsPageProps {
  readonly visit: GatheringVisit;
  readonly seating: Seating;
  readonly form: FormState;
}

/** The field with the places of a kind. */
export function placesField(kind: OpenableKind): string {
  return `places-${kind}`;
}

/** The page on which organisers say who may come. */
export function SeatsPage({ visit, seating, form }: SeatsPageProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.seats.title")}
      sentence={t("gatherings.seats.sentence")}
      notice={<RefusalSummary form={form} fields={seatsLabels(t)} />}
      after={{ title: t("gatherings.seats.after-title"), words: <p>{t("gatherings.seats.after")}</p> }}
    >
      <Form frame={frame} action={`${gatheringPath(gathering)}/seats`} draft={`seats-${gathering.id}`}>
        <CheckGroup
          name="kinds"
          label={t("gatherings.seats.kinds")}
          hint={t("gatherings.seats.kinds-hint")}
          form={form}
          optional
          values={[...seating.opened.keys()]}
          options={openableKinds.map((kind) => ({
            value: kind,
            label: t(`gatherings.seats.kind.${kind}`),
            hint: t(`gatherings.seats.kind-hint.${kind}`),
          }))}
        />
        {openableKinds.map((kind) => (
          <Field
            name={placesField(kind)}
            label={t(`gatherings.seats.places-for.${kind}`)}
            form={form}
            type="number"
            inputmode="numeric"
            min={0}
            max={100_000}
            optional
            value={seating.opened.get(kind) ?? ""}
          />
        ))}
        <TextArea
          name="reason"
          label={t("gatherings.seats.reason")}
          hint={t("gatherings.seats.reason-hint")}
          form={form}
          value={seating.reason}
          maxlength={2000}
          optional
        />
        <Submit>{t("gatherings.seats.save")}</Submit>
        <VisibilityLine>{t("gatherings.seats.visible")}</VisibilityLine>
      </Form>
    </FormPage>
  );
}

function seatsLabels(t: Translator): Readonly<Record<string, string>> {
  const places = openableKinds.map((kind) => [placesField(kind), t(`gatherings.seats.places-for.${kind}`)] as const);
  return Object.fromEntries([
    ["kinds", t("gatherings.seats.kinds")],
    ["reason", t("gatherings.seats.reason")],
    ...places,
  ]);
}
