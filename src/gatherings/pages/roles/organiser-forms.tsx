import type { Translator } from "../../../kernel/i18n/translator.ts";
import { CheckGroup, Choice, Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import type { Role } from "../../model/roles/role.ts";
import { gatheringPath } from "../addresses.ts";
import { optionsOf } from "../people-to-choose.ts";
import type { RolesView } from "./roles-view.ts";

interface OrganiserFormProps {
  readonly view: RolesView;
  readonly form: FormState;
}

/** The labels of the fields, by name. */
export function roleLabels(t: Translator): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ["role", "personId", "roles", "volunteers"].map((name) => [name, t(`gatherings.roles.field.${name}`)]),
  );
}

/** Asking one person to take one role. */
export function OfferForm({ view, form }: OrganiserFormProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  const path = `${gatheringPath(gathering)}/roles`;
  const free = view.roles.filter(({ isFree }) => isFree).map(({ role }) => role);
  const labels = roleLabels(t);
  if (view.choices.people.length === 0 && view.find === "") return <p>{t("gatherings.roles.nobody-to-ask")}</p>;
  return (
    <>
      {(view.choices.areMore || view.find !== "") && (
        <form class="form" method="get" action={path}>
          <Field
            name="find"
            label={t("gatherings.roles.find")}
            form={untouchedForm(t)}
            type="search"
            value={view.find}
          />
          <Submit kind="quiet">{t("gatherings.roles.find-submit")}</Submit>
        </form>
      )}
      <Form frame={frame} action={`${path}/offers`}>
        <Select name="role" label={labels["role"] ?? ""} form={form} options={named(t, free)} />
        <Select name="personId" label={labels["personId"] ?? ""} form={form} options={optionsOf(view.choices.people)} />
        <VisibilityLine>{t("gatherings.roles.offer-visible")}</VisibilityLine>
        <Submit>{t("gatherings.roles.offer")}</Submit>
      </Form>
    </>
  );
}

/** What organisers do less often: asking everyone, and how volunteers are taken. */
export function MoreForOrganisers({ view, form }: OrganiserFormProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  const path = `${gatheringPath(gathering)}/roles`;
  const labels = roleLabels(t);
  const empty = view.roles.filter(({ held }) => held.length === 0).map(({ role }) => role);
  return (
    <>
      {empty.length > 0 && (
        <Details summary={t("gatherings.roles.ask-everyone")} open={form.faults["roles"] !== undefined}>
          <Form frame={frame} action={`${path}/call`}>
            <CheckGroup
              name="roles"
              label={labels["roles"] ?? ""}
              form={form}
              options={named(t, empty)}
              values={empty.filter((role) => usual.includes(role))}
            />
            <VisibilityLine>{t("gatherings.roles.call-visible")}</VisibilityLine>
            <Submit>{t("gatherings.roles.call-submit")}</Submit>
          </Form>
        </Details>
      )}
      <Details summary={t("gatherings.roles.field.volunteers")} open={form.faults["volunteers"] !== undefined}>
        <Form frame={frame} action={`${path}/volunteers`}>
          <Choice
            name="volunteers"
            label={labels["volunteers"] ?? ""}
            form={form}
            value={view.rule}
            options={(["agreed", "at-once"] as const).map((rule) => ({
              value: rule,
              label: t(`gatherings.roles.rule.${rule}`),
              hint: t(`gatherings.roles.rule-hint.${rule}`),
            }))}
          />
          <Submit kind="quiet">{t("gatherings.roles.rule-submit")}</Submit>
        </Form>
      </Details>
    </>
  );
}

/** What nearly every gathering needs. */
const usual: readonly Role[] = ["facilitator", "note-taker", "timekeeper"];

function named(t: Translator, roles: readonly Role[]) {
  return roles.map((role) => ({ value: role, label: t(`gatherings.roles.name.${role}`) }));
}
