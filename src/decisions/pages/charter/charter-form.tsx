import { Select, type Option } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import type { Circle } from "../../../circles/index.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { canCarry } from "../../commands/charter/read-charter.ts";
import { methods } from "../../methods/registry.ts";
import { charterMatter, mostMatters, putters, type Charter, type Matter } from "../../model/charter/charter.ts";
import { consentWay } from "../../model/charter/consent-way.ts";
import { presets } from "../../model/presets.ts";
import { longestPost } from "../../model/thread.ts";
import { ConsentMatterFields, consentMatterIn, partsOfConsentMatter } from "./consent-matter-fields.tsx";
import { wayName } from "./matter-words.ts";

const partsOfMatter = ["name", "way", "putBy", "days", "quorumPercent", "share"] as const;
const allParts = [...partsOfMatter, ...partsOfConsentMatter] as const;

/** A form shows so many empty matters below those that stand. */
const spareMatters = 3;

interface CharterFieldsProps {
  readonly t: Translator;
  readonly form: FormState;
  /** The charter as it stands; undefined for the first one. */
  readonly charter: Charter | undefined;
  /** Those that a matter can be put to. */
  readonly circles: readonly Circle[];
}

/** The fields of a charter: its opening words, its matters, and room for new ones. */
export function CharterFields({ t, form, charter, circles }: CharterFieldsProps) {
  const matters = charter?.matters ?? [];
  const rows = Math.min(mostMatters, Math.max(1, matters.length) + spareMatters);
  return (
    <>
      <TextArea
        name="opening"
        label={t("decisions.charter.field.opening")}
        hint={t("decisions.charter.hint.opening")}
        form={form}
        optional
        rows={4}
        maxlength={longestPost}
        value={charter?.opening}
      />
      {Array.from({ length: rows }, (_, place) => (
        <MatterRow
          t={t}
          form={form}
          place={place}
          matter={matters[place]}
          isFirst={charter === undefined}
          circles={circles}
        />
      ))}
    </>
  );
}

interface MatterFieldsProps {
  readonly t: Translator;
  readonly form: FormState;
  readonly place: number;
  readonly matter: Matter | undefined;
  /** Whether the charter is written for the first time: then its first matter is the charter itself. */
  readonly isFirst: boolean;
  readonly circles: readonly Circle[];
}

/** The first matter of a first charter in view; what stands, and room for another, folded away, unless something is to be mended or was typed there. */
function MatterRow(props: MatterFieldsProps) {
  const { t, form, place, matter, isFirst } = props;
  if (isFirst && place === 0) return <MatterFields {...props} />;
  const name = `matters.${place}.`;
  const isFaulty = Object.keys(form.faults).some((one) => one.startsWith(name));
  const isTouched = matter === undefined && textOf(form.typed, `${name}name`) !== "";
  const summary =
    matter === undefined
      ? t("decisions.charter.new-matter")
      : t("decisions.charter.standing-matter", { name: shownName(matter.name), way: wayName(t, matter.way) });
  return (
    <Details summary={summary} open={isFaulty || isTouched}>
      <MatterFields {...props} />
    </Details>
  );
}

function MatterFields({ t, form, place, matter, isFirst, circles }: MatterFieldsProps) {
  const isCharter = matter === undefined ? isFirst && place === 0 : matter.id === charterMatter;
  const field = (name: (typeof partsOfMatter)[number]) => ({
    name: `matters.${place}.${name}`,
    label: t(`decisions.charter.field.${name}`),
    form,
  });
  const numbersFaulty = ["days", "quorumPercent", "share"].some((name) => `matters.${place}.${name}` in form.faults);
  return (
    <fieldset class="matter-fields">
      <legend>{t("decisions.charter.matter", { number: place + 1 })}</legend>
      <input type="hidden" name={`matters.${place}.id`} value={isCharter ? charterMatter : (matter?.id ?? "")} />
      <Field
        {...field("name")}
        hint={t(isCharter ? "decisions.charter.hint.charter" : "decisions.charter.hint.name")}
        optional={!isCharter}
        maxlength={120}
        autocomplete="off"
        value={matter?.name ?? (isCharter ? t("decisions.charter.itself") : undefined)}
      />
      <Select {...field("way")} options={ways(t, isCharter)} value={matter?.way ?? "majority-with-quorum"} />
      <Select
        {...field("putBy")}
        options={putters.map((value) => ({ value, label: t(`decisions.charter.put-by.${value}`) }))}
        value={matter?.putBy ?? "members"}
      />
      <Details summary={t("decisions.charter.numbers")} open={numbersFaulty}>
        <Field
          {...field("days")}
          hint={t("decisions.charter.hint.days")}
          type="number"
          min={0}
          max={366}
          optional
          value={matter?.days}
        />
        <Field {...field("quorumPercent")} type="number" min={0} max={100} optional value={matter?.quorumPercent} />
        <Field
          {...field("share")}
          hint={t("decisions.charter.hint.share")}
          optional
          maxlength={20}
          value={matter?.share}
        />
      </Details>
      <ConsentMatterFields t={t} form={form} place={place} matter={matter} circles={circles} />
    </fieldset>
  );
}

/** Presets first, then consent, then methods; for the charter itself those that can carry a text. */
function ways(t: Translator, isCharter: boolean): readonly Option[] {
  const carrying = methods.filter((method) => !isCharter || canCarry(method));
  const fit = presets.filter((preset) => carrying.some(({ rules }) => rules.id === preset.method));
  const ids = [...fit.map(({ id }) => id), "sociocratic-consent", consentWay, ...carrying.map(({ rules }) => rules.id)];
  return ids.map((value) => ({ value, label: wayName(t, value) }));
}

/** What the form sent, as the commands take it. */
export function charterIn(sent: FormInput) {
  const rows = Array.from({ length: mostMatters }, (_, place) => place).filter(
    (place) => `matters.${place}.way` in sent,
  );
  return {
    opening: textOf(sent, "opening"),
    matters: rows.map((place) => {
      const said = (name: string) => textOf(sent, `matters.${place}.${name}`);
      const putBy = said("putBy") === "" ? {} : { putBy: said("putBy") };
      const numbers = { days: said("days"), quorumPercent: said("quorumPercent"), share: said("share") };
      return {
        id: said("id"),
        name: said("name"),
        way: said("way"),
        ...numbers,
        ...consentMatterIn(sent, place),
        ...putBy,
      };
    }),
  };
}

/** The names of the fields, for what is to be mended. */
export function charterLabels(t: Translator): Readonly<Record<string, string>> {
  const matters = Array.from({ length: mostMatters }, (_, place) =>
    allParts.map((name): readonly [string, string] => {
      const values = {
        matter: t("decisions.charter.matter", { number: place + 1 }),
        part: t(`decisions.charter.field.${name}`),
      };
      return [`matters.${place}.${name}`, t("decisions.charter.part", values)];
    }),
  );
  return Object.fromEntries([["opening", t("decisions.charter.field.opening")], ...matters.flat()]);
}
