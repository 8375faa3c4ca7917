import type { Child } from "hono/jsx";
import type { Translator } from "../../kernel/i18n/translator.ts";
import type { FormState } from "../form-state.ts";
import { Field } from "./field.tsx";
import { Submit } from "./submit.tsx";

interface TwoDoorsProps {
  readonly t: Translator;
  /** What to do at one's own server, in one line: "Vote in the poll." */
  readonly instruction: string;
  /** The handle to follow or answer, and a {@link MyServer}. */
  readonly fediverse: Child;
  /** A form that is usable at once; signing in comes when it is sent. */
  readonly web: Child;
}

/** The two ways to take part, side by side, neither before the other. */
export function TwoDoors({ t, instruction, fediverse, web }: TwoDoorsProps) {
  return (
    <div class="two-doors">
      <section class="door">
        <h3>{t("ui.doors.fediverse")}</h3>
        <p>{instruction}</p>
        {fediverse}
      </section>
      <section class="door">
        <h3>{t("ui.doors.web")}</h3>
        {web}
      </section>
    </div>
  );
}

interface MyServerProps {
  readonly form: FormState;
  /** Answers a GET with a redirect to the right dialog at the server named in `server`. */
  readonly action: string;
  /** What is to be done there, as the action needs it: names and values of hidden fields. */
  readonly carried: Readonly<Record<string, string>>;
}

/** "My server is …": one field, then straight to the right dialog there. It changes nothing here, so it asks by GET. */
export function MyServer({ form, action, carried }: MyServerProps) {
  const { t } = form;
  return (
    <form class="form my-server" method="get" action={action}>
      {Object.entries(carried).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Field
        name="server"
        label={t("ui.doors.server")}
        hint={t("ui.doors.server-hint")}
        form={form}
        inputmode="url"
        autocomplete="off"
      />
      <Submit kind="quiet">{t("ui.doors.go")}</Submit>
    </form>
  );
}
