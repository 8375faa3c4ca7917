import type { FormInput } from "../form-input.ts";
import { formTokenField } from "../form-token.ts";
import type { Frame } from "../request.ts";
import { Form } from "./form.tsx";
import { Submit } from "./submit.tsx";

interface SendAgainProps {
  readonly frame: Frame;
  /** Where the form was sent. */
  readonly action: string;
  readonly form: FormInput;
}

/** A form that had expired, with everything that was typed, to be sent once more: nothing is typed twice. */
export function SendAgain({ frame, action, form }: SendAgainProps) {
  const fields = Object.entries(form).filter(([name]) => name !== formTokenField);
  return (
    <Form frame={frame} action={action}>
      {fields.flatMap(([name, values]) => values.map((value) => <input type="hidden" name={name} value={value} />))}
      <Submit kind="main">{frame.t("ui.form.send-again")}</Submit>
    </Form>
  );
}
