import { languages, nativeNames } from "../../../kernel/i18n/language.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Check, CheckGroup, Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { textOf, textsOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { hues } from "../../../ui/hue.ts";
import { placeOfZone, zones } from "../../../ui/zones.ts";
import type { ServerSettings } from "../../model/server-settings.ts";

interface SettingsFieldsProps {
  readonly form: FormState;
  readonly settings: ServerSettings;
}

/** What the operator decides for the whole server. */
export function SettingsFields({ form, settings }: SettingsFieldsProps) {
  const { t } = form;
  const labels = settingsLabels(t);
  return (
    <>
      <Field name="name" label={labels["name"] ?? ""} form={form} value={settings.name} maxlength={60} />
      <TextArea
        name="description"
        label={labels["description"] ?? ""}
        hint={t("accounts.server.description-hint")}
        form={form}
        value={settings.description}
        rows={3}
        maxlength={500}
        optional
      />
      <Field
        name="contact"
        label={labels["contact"] ?? ""}
        hint={t("accounts.server.contact-hint")}
        form={form}
        value={settings.contact}
        maxlength={200}
        optional
      />
      <CheckGroup
        name="languages"
        label={labels["languages"] ?? ""}
        hint={t("accounts.server.languages-hint")}
        form={form}
        values={settings.languages}
        options={languages.map((language) => ({ value: language, label: nativeNames[language] }))}
      />
      <Select
        name="zone"
        label={labels["zone"] ?? ""}
        hint={t("accounts.server.zone-hint")}
        form={form}
        value={settings.zone}
        options={zones.map((zone) => ({ value: zone, label: placeOfZone(zone) }))}
      />
      <Select
        name="hue"
        label={labels["hue"] ?? ""}
        form={form}
        value={settings.hue}
        options={hues.map((hue) => ({ value: hue, label: t(`ui.hue.${hue}`) }))}
      />
      <Check
        name="founding"
        label={t("accounts.server.founding")}
        hint={t("accounts.server.founding-hint")}
        form={form}
        checked={settings.foundingIsOpen}
      />
    </>
  );
}

/** What each of the fields is called. */
export function settingsLabels(t: Translator): Readonly<Record<string, string>> {
  return {
    name: t("accounts.server.name"),
    description: t("accounts.server.description"),
    contact: t("accounts.server.contact"),
    languages: t("accounts.server.languages"),
    zone: t("accounts.server.zone"),
    hue: t("accounts.server.hue"),
  };
}

/** What the fields sent, as the commands take it. */
export function settingsFrom(form: FormInput) {
  return {
    name: textOf(form, "name"),
    description: textOf(form, "description"),
    contact: textOf(form, "contact"),
    languages: textsOf(form, "languages"),
    zone: textOf(form, "zone"),
    hue: textOf(form, "hue"),
    foundingIsOpen: textOf(form, "founding") === "yes",
  };
}
