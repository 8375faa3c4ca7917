import type { Translator } from "../../kernel/i18n/translator.ts";
import { CheckGroup, Select } from "../../ui/components/choice.tsx";
import { Field } from "../../ui/components/field.tsx";
import { Form } from "../../ui/components/form.tsx";
import { Details } from "../../ui/components/section.tsx";
import { Submit } from "../../ui/components/submit.tsx";
import { TextArea } from "../../ui/components/text-area.tsx";
import { textOf, textsOf, type FormInput } from "../../ui/form-input.ts";
import { hasFaults, type FormState } from "../../ui/form-state.ts";
import type { Frame } from "../../ui/request.ts";
import { certainties } from "../model/claims.ts";
import { longest, saidFieldNames, wordsOfField, type FieldName, type WordField } from "../model/entry-fields.ts";
import { answerWords, fieldLabel } from "./field-words.ts";

/** Fields of which several words are typed, with commas between. */
const typedLists: ReadonlySet<FieldName> = new Set<FieldName>(["software", "languages", "country"]);
const tickedLists: ReadonlySet<FieldName> = new Set<FieldName>(["practice", "intention"]);
const longTexts: ReadonlySet<FieldName> = new Set<FieldName>(["summary", "howItDecides", "whoDecides", "lessons"]);

/** What one sees at once; the rest is under a fold, since nobody knows all of it. */
const first: readonly FieldName[] = ["name", "ownership", "howItDecides", "country", "languages"];
const rest: readonly FieldName[] = saidFieldNames.filter((field) => !first.includes(field));

/** What a form of {@link EntryForm} says, as the commands take it; what was left empty is left out. */
export function saidIn(form: FormInput): Readonly<Record<string, unknown>> {
  const said = saidFieldNames.map((field): readonly [string, string | readonly string[]] => {
    if (tickedLists.has(field)) return [field, textsOf(form, field)];
    return [field, typedLists.has(field) ? typedWords(field, textOf(form, field)) : textOf(form, field)];
  });
  const all = [...said, ["source", textOf(form, "source")] as const, ["certainty", textOf(form, "certainty")] as const];
  return Object.fromEntries(all.filter(([, value]) => value.length > 0));
}

function typedWords(field: FieldName, typed: string): readonly string[] {
  const words = typed
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return words.map((word) => (field === "country" && word.length === 2 ? word.toUpperCase() : word.toLowerCase()));
}

/** The labels of the form's fields, for what is to be mended. */
export function entryLabels(t: Translator): Readonly<Record<string, string>> {
  return {
    domain: t("directory.host"),
    source: t("directory.source"),
    certainty: t("directory.how-sure"),
    ...Object.fromEntries(saidFieldNames.map((field) => [field, fieldLabel(t, field)])),
  };
}

interface EntryFormProps {
  readonly frame: Frame;
  readonly t: Translator;
  readonly form: FormState;
  readonly action: string;
  /** A new place is added by its host. */
  readonly asksHost: boolean;
  /** Its server can be looked at first. */
  readonly looks: boolean;
  /** Whoever fills it in is the place's own account: what it says needs no other source. */
  readonly speaks: boolean;
}

/** By this field a form of a new place says that its server is to be looked at first; see {@link wantsLook}. */
const lookFirst = { name: "look", value: "first" } as const;

/** Whether a form asks to look at the place's server, and to add nothing yet. */
export function wantsLook(form: FormInput): boolean {
  return textOf(form, lookFirst.name) === lookFirst.value;
}

/** What somebody knows of a place, each field to be left empty, and where that is written. */
export function EntryForm({ frame, t, form, action, asksHost, looks, speaks }: EntryFormProps) {
  return (
    <Form frame={frame} action={action} draft={`directory ${action}`}>
      {asksHost && (
        <Field
          name="domain"
          label={t("directory.host")}
          hint={t("directory.host-hint")}
          form={form}
          maxlength={260}
          autocomplete="off"
        />
      )}
      {looks && (
        <Submit kind="quiet" {...lookFirst}>
          {t("directory.look-up")}
        </Submit>
      )}
      {first.map((field) => (
        <EntryField t={t} form={form} field={field} />
      ))}
      <Details summary={t("directory.more-fields")} open={hasFaults(form)}>
        {rest.map((field) => (
          <EntryField t={t} form={form} field={field} />
        ))}
      </Details>
      <Field
        name="source"
        type="url"
        label={t("directory.source")}
        hint={t("directory.source-hint")}
        form={form}
        optional={asksHost || speaks}
        maxlength={longest.url}
        autocomplete="off"
      />
      <Select
        name="certainty"
        label={t("directory.how-sure")}
        form={form}
        options={certainties.map((certainty) => ({ value: certainty, label: t(`directory.certainty.${certainty}`) }))}
        value="medium"
      />
      <p>{t("directory.open-data.said-openly")}</p>
      <Submit>{t(asksHost ? "directory.add" : "directory.say-it")}</Submit>
    </Form>
  );
}

interface EntryFieldProps {
  readonly t: Translator;
  readonly form: FormState;
  readonly field: FieldName;
}

function EntryField({ t, form, field }: EntryFieldProps) {
  const basics = { name: field, label: fieldLabel(t, field), form, optional: true } as const;
  if (longTexts.has(field)) return <TextArea {...basics} rows={2} maxlength={longest.text} />;
  if (!isWordField(field)) {
    const hint = typedLists.has(field) ? t(`directory.field-hint.${field}`) : undefined;
    return (
      <Field
        {...basics}
        hint={hint}
        type={field === "bylaws" ? "url" : "text"}
        maxlength={longest.line}
        autocomplete="off"
      />
    );
  }
  const options = wordsOfField[field].map((word) => ({ value: word, label: answerWords(t, field, word) }));
  if (tickedLists.has(field)) return <CheckGroup {...basics} options={options} />;
  return <Select {...basics} options={[{ value: "", label: t("directory.say-nothing") }, ...options]} value="" />;
}

function isWordField(field: FieldName): field is WordField {
  return Object.hasOwn(wordsOfField, field);
}
