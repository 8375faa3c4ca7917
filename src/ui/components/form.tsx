import type { PropsWithChildren } from "hono/jsx";
import type { Frame } from "../request.ts";
import { formTokenField } from "../form-token.ts";

interface FormProps {
  readonly frame: Frame;
  /** The resource that the form posts to. */
  readonly action: string;
  /** Says what the form is for, where no heading stands right above it. */
  readonly label?: string;
  /** Keeps what is typed in this browser until it is sent, under this name; for texts that take long to write. */
  readonly draft?: string;
  /** Keeps the draft beyond sending, until a page says by `isSaved` that what was sent has arrived: on a bad line it may not. */
  readonly draftUntilTaken?: { readonly isSaved: boolean };
  /** An id for links to the form. */
  readonly id?: string;
  /** One of its fields takes a file; its route is among the capability's `formsWithFiles`. */
  readonly hasFile?: boolean;
}

/** A form that posts, with its token. Every act of a reader is one of these. */
export function Form({
  frame,
  action,
  label,
  draft,
  draftUntilTaken,
  id,
  hasFile,
  children,
}: PropsWithChildren<FormProps>) {
  const form = (
    <form
      class="form"
      method="post"
      action={action}
      id={id}
      aria-label={label}
      enctype={hasFile === true ? "multipart/form-data" : undefined}
      novalidate
    >
      <input type="hidden" name={formTokenField} value={frame.formToken()} />
      {children}
    </form>
  );
  if (draft === undefined) return form;
  return (
    <koinon-draft
      name={draft}
      data-kept={frame.t("ui.form.draft-kept")}
      data-discard={frame.t("ui.form.draft-discard")}
      data-offline={frame.t("ui.form.draft-offline")}
      data-until={draftUntilTaken === undefined ? "sent" : "taken"}
      data-taken={draftUntilTaken?.isSaved === true ? "yes" : undefined}
    >
      {form}
    </koinon-draft>
  );
}
