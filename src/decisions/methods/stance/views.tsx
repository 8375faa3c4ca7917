import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { choiceViews } from "../../pages/ballots/choice-views.tsx";
import type { SettingsViews } from "../views.ts";
import type { StanceSettings } from "./rules.ts";

const settings: SettingsViews<StanceSettings> = {
  fields: (form, defaults) => {
    const { t } = form;
    const option = (name: string, value: string) => ({ value, label: t(`decisions.method.stance.${name}.${value}`) });
    return (
      <>
        <Field
          name="share"
          label={t("decisions.method.stance.field.share")}
          hint={t("decisions.method.stance.field.share-hint")}
          form={form}
          value={defaults.share}
          maxlength={20}
        />
        <Select
          name="reach"
          label={t("decisions.method.stance.field.reach")}
          form={form}
          options={[option("reach", "more-than"), option("reach", "at-least")]}
          value={defaults.reach}
        />
        <Select
          name="base"
          label={t("decisions.method.stance.field.base")}
          form={form}
          options={["took-a-side", "answered", "eligible"].map((value) => option("base", value))}
          value={defaults.base}
        />
        <Select
          name="blocks"
          label={t("decisions.method.stance.field.blocks")}
          form={form}
          options={["stops", "stops-unless", "none"].map((value) => option("blocks", value))}
          value={defaults.blocks}
        />
        <Field
          name="blockShare"
          label={t("decisions.method.stance.field.block-share")}
          form={form}
          optional
          value={defaults.blockShare}
          maxlength={20}
        />
      </>
    );
  },
  fromForm: (sent) =>
    Object.fromEntries(
      (["share", "reach", "base", "blocks", "blockShare"] as const).flatMap((name) => {
        const value = textOf(sent, name);
        return value === "" ? [] : [[name, value]];
      }),
    ),
  inWords: ({ share, reach, base, blocks, blockShare }, t) => [
    t(`decisions.method.stance.words.${base}.${reach}`, { share }),
    t(`decisions.method.stance.words.blocks.${blocks}`, { share: blockShare }),
  ],
};

/** One of four stances. */
export const stanceViews = choiceViews(settings);
