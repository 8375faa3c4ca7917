import type { FormState } from "../../../ui/form-state.ts";
import { Choice, Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { mostChallengeDays, type ElectorateKind } from "../../model/electorate/electorate.ts";
import type { CommunityVisit } from "../visit.ts";
import type { Asking } from "./asking.ts";

/** The names of the fields by which it is chosen whom a proposal asks. */
export const electorateFieldNames = ["electorate", "circleId", "people", "challengeDays"] as const;

interface ElectorateFieldsProps {
  readonly visit: CommunityVisit;
  readonly form: FormState;
  readonly kinds: readonly ElectorateKind[];
  readonly asking: Asking;
}

/** Whom a proposal asks; without a choice, all members. */
export function ElectorateFields({ visit, form, kinds, asking }: ElectorateFieldsProps) {
  const { circles, chosen } = asking;
  const { t } = visit.c.var;
  const field = (name: string) => ({ name, label: t(`decisions.field.${name}`), form });
  const offered = kinds.filter((kind) => kind !== "circle" || circles.length > 0);
  return (
    <>
      <Choice
        {...field("electorate")}
        options={offered.map((kind) => ({
          value: kind,
          label: t(`decisions.electorate.kind.${kind}`),
          hint: t(`decisions.electorate.kind-hint.${kind}`),
        }))}
        value={chosen.kind}
      />
      {circles.length > 0 && (
        <Select
          {...field("circleId")}
          optional
          options={[
            { value: "", label: t("decisions.electorate.no-circle") },
            ...circles.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={chosen.circleId}
        />
      )}
      <TextArea
        {...field("people")}
        hint={t("decisions.electorate.people-hint")}
        optional
        rows={3}
        maxlength={50_000}
        value={chosen.people}
      />
    </>
  );
}

/** For how many days the outcome can be challenged; empty, what the community chose. */
export function ChallengeDaysField({ visit, form }: Pick<ElectorateFieldsProps, "visit" | "form">) {
  const { t } = visit.c.var;
  return (
    <Field
      name="challengeDays"
      label={t("decisions.field.challengeDays")}
      hint={t("decisions.electorate.challenge-days-hint")}
      form={form}
      optional
      type="number"
      min={0}
      max={mostChallengeDays}
    />
  );
}
