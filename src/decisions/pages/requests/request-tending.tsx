import { Choice, type Option } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import {
  isInWriting,
  leastLastCallDays,
  mostLastCallDays,
  statesAfter,
  usualLastCallDays,
} from "../../model/requests/request.ts";
import { requestPath } from "./request-paths.ts";
import type { RequestView } from "./request-view.ts";

/** For its author and for stewards: writing the next version, and moving it on. */
export function Tending({ view, form }: { readonly view: RequestView; readonly form: FormState }) {
  const { request, c } = view.visit;
  const { frame, t } = c.var;
  const next = statesAfter(request.state);
  if (next.length === 0) return null;
  const options: readonly Option[] = next.map((state) => ({
    value: state,
    label: t(`decisions.request.move.${state}`),
    hint: t(`decisions.request.move-hint.${state}`),
  }));
  return (
    <Details summary={t("decisions.request.tend")} open={hasFaults(form)}>
      {isInWriting(request.state) && (
        <p>
          <a href={`${requestPath(request)}/edit`}>{t("decisions.request.edit")}</a>
        </p>
      )}
      <Form frame={frame} action={`${requestPath(request)}/moves`}>
        <Choice name="to" label={t("decisions.request.field.to")} form={form} options={options} value={next[0]} />
        {next.includes("last-call") && (
          <Field
            name="days"
            label={t("decisions.request.field.days")}
            form={form}
            type="number"
            min={leastLastCallDays}
            max={mostLastCallDays}
            value={usualLastCallDays}
          />
        )}
        <TextArea
          name="note"
          label={t("decisions.request.field.note")}
          form={form}
          optional
          rows={2}
          maxlength={1_000}
        />
        <Submit>{t("decisions.request.move-on")}</Submit>
      </Form>
    </Details>
  );
}
