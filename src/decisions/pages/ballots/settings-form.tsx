import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Check, Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import type { SettingsViews } from "../../methods/views.ts";

/** One thing to set; its label is the message `decisions.settings.<label>`, those of its values `decisions.settings.<label>.<value>`. */
export type Setting =
  | { readonly name: string; readonly label: string; readonly kind: "number"; readonly optional?: true }
  | { readonly name: string; readonly label: string; readonly kind: "one-of"; readonly values: readonly string[] }
  | {
      readonly name: string;
      readonly label: string;
      readonly kind: "yes-no";
      /** The message for whoever answers, where the label would not tell them. */
      readonly said?: string;
    };

type Values = Readonly<Record<string, Json | undefined>>;

/** The settings of a method as fields, and in words: "How many are chosen: 2". */
export function settingsForm<Settings extends Json & Values>(settings: readonly Setting[]): SettingsViews<Settings> {
  return {
    fields: (form, defaults) => (
      <>
        {settings.map((setting) => (
          <SettingField form={form} setting={setting} value={defaults[setting.name]} />
        ))}
      </>
    ),
    fromForm: (sent) => Object.fromEntries(settings.flatMap((setting) => chosen(setting, sent))),
    inWords: (values, t) => settings.flatMap((setting) => wordsOf(setting, values[setting.name], t)),
  };
}

/** How many options one names, at least and at most, by their labels; `name` is what the settings call the most. */
export function limitSettings(fewest: string, most: string, name = "most"): readonly Setting[] {
  return [
    { name: "fewest", label: fewest, kind: "number", optional: true },
    { name, label: most, kind: "number", optional: true },
  ];
}

/** Whether an answer may be that none of the options is wanted. */
export const noneSetting: Setting = {
  name: "none",
  label: "offers-none",
  kind: "yes-no",
  said: "decisions.answers.none-offered",
};

/** How many are chosen: most methods that choose have it. */
export const seatsSetting: Setting = { name: "seats", label: "seats", kind: "number" };

interface SettingFieldProps {
  readonly form: FormState;
  readonly setting: Setting;
  readonly value: Json | undefined;
}

function SettingField({ form, setting, value }: SettingFieldProps) {
  const { name, label } = setting;
  const words = form.t(`decisions.settings.${label}`);
  if (setting.kind === "yes-no") return <Check name={name} label={words} form={form} checked={value === true} />;
  if (setting.kind === "number") {
    return (
      <Field
        name={name}
        label={words}
        form={form}
        type="number"
        inputmode="numeric"
        min={0}
        optional={setting.optional === true}
        value={typeof value === "number" ? value : undefined}
      />
    );
  }
  const options = setting.values.map((each) => ({ value: each, label: form.t(`decisions.settings.${label}.${each}`) }));
  return (
    <Select
      name={name}
      label={words}
      form={form}
      options={options}
      value={typeof value === "string" ? value : undefined}
    />
  );
}

/** What was sent of one setting; what is left out takes its default. What is no number goes on as it is, to be refused by name. */
function chosen(setting: Setting, sent: FormInput): readonly (readonly [string, Json])[] {
  const text = textOf(sent, setting.name);
  if (setting.kind === "yes-no") return [[setting.name, text === "yes"]];
  if (text === "") return [];
  return [[setting.name, setting.kind === "number" && /^\d{1,9}$/.test(text) ? Number(text) : text]];
}

function wordsOf(setting: Setting, value: Json | undefined, t: Translator): readonly string[] {
  const label = t(`decisions.settings.${setting.label}`);
  if (setting.kind === "yes-no") return value === true ? [setting.said === undefined ? label : t(setting.said)] : [];
  if (setting.kind === "number") {
    return typeof value === "number" ? [t("decisions.settings.stated", { label, value: t.number(value) })] : [];
  }
  if (typeof value !== "string") return [];
  return [t("decisions.settings.stated", { label, value: t(`decisions.settings.${setting.label}.${value}`) })];
}
