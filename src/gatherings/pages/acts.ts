import type { HtmlEscapedString } from "hono/utils/html";
import type { z } from "zod";
import type { Json } from "../../kernel/base/canonical-json.ts";
import type { AnyRefusal } from "../../kernel/base/result.ts";
import type { Command } from "../../kernel/commands/command.ts";
import { seeOther } from "../../ui/after-act.ts";
import { refusedForm, type FormState } from "../../ui/form-state.ts";
import { refusalPage } from "../../ui/refusal-page.tsx";
import { refusalStatus } from "../../ui/refusal-status.ts";
import { byReader, sentForm } from "../../ui/request.ts";
import type { GatheringVisit } from "./visit.ts";

/** What a form asks for, and where it leads. */
export interface Act<Value> {
  /** Where the reader goes on when it was done, and what the page there says of it. */
  readonly onwards: (value: Value) => { readonly path: string; readonly done: string };
  /** The page again, with the form as it was sent and what to mend. */
  readonly again: (form: FormState) => Promise<HtmlEscapedString> | HtmlEscapedString;
  /** Which field a refusal's kind is about, for those that do not say so themselves. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Refusals that no change of the form can mend: they get a page of their own. */
const notOfTheForm = [
  "sign-in-needed",
  "not-found",
  "kept-out",
  "not-an-organiser",
  "only-members",
  "try-later",
  "storage-full",
];

/** Carries out what a form about a gathering asks for, as the reader, and answers it. */
export async function carryOut<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  { c, application }: Pick<GatheringVisit, "c" | "application">,
  command: Command<Schema, Value, Refusal>,
  input: z.input<Schema>,
  act: Act<Value>,
): Promise<Response> {
  const answer = await application.execute(command, input, byReader(c));
  if (answer.ok) {
    const { path, done } = act.onwards(answer.value);
    return seeOther(c, path, done);
  }
  const { refusal } = answer;
  if (notOfTheForm.includes(refusal.kind)) return refusalPage(c, refusal);
  const field = act.fields?.[refusal.kind];
  const located: AnyRefusal = field === undefined ? refusal : Object.assign({ field }, refusal);
  const form = refusedForm(c.var.t, sentForm(c), located);
  return c.html(await act.again(form), refusalStatus(refusal));
}
