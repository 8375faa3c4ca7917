import type { HtmlEscapedString } from "hono/utils/html";
import type { z } from "zod";
import type { Json } from "../../kernel/base/canonical-json.ts";
import type { AnyRefusal } from "../../kernel/base/result.ts";
import type { Command } from "../../kernel/commands/command.ts";
import { seeOther } from "../../ui/after-act.ts";
import { refusedForm, type FormRefusal, type FormState } from "../../ui/form-state.ts";
import { refusalPage } from "../../ui/refusal-page.tsx";
import { refusalStatus } from "../../ui/refusal-status.ts";
import { byReader, sentForm, type PageContext } from "../../ui/request.ts";
import type { Application } from "../../kernel/application.ts";
import { keepFormAndSignIn } from "../../accounts/index.ts";
import { forbidden } from "./visit.ts";

/** What a form asks for, and where it leads. */
export interface Act<Value> {
  /** The page that has the form: there whoever must sign in first goes on. */
  readonly page: string;
  /** Where the reader goes on when it was done, and what the page there says of it. */
  readonly onwards: (value: Value) => { readonly path: string; readonly done?: string };
  /** The page again, with the form as it was sent and what to mend. */
  readonly again: (form: FormState) => HtmlEscapedString | Promise<HtmlEscapedString>;
  /** The form's name of what a problem names otherwise. */
  readonly fieldOf?: (field: string) => string;
}

const notTheirs = ["not-a-member", "only-operators-found", "only-stewards", "kept-out"];
const notOfTheForm = ["not-found", "try-later", "storage-full"];

/** Carries out what a form asks for, as the reader, and answers it. */
export async function carryOut<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  { c, application }: { readonly c: PageContext; readonly application: Application },
  command: Command<Schema, Value, Refusal>,
  input: unknown,
  act: Act<Value>,
): Promise<Response> {
  if (c.var.reader.person === undefined) return keepFormAndSignIn(c, application, act.page);
  const answer = await application.execute(command, input, byReader(c));
  if (answer.ok) {
    const { path, done } = act.onwards(answer.value);
    return seeOther(c, path, done);
  }
  const { refusal } = answer;
  if (notTheirs.includes(refusal.kind)) return forbidden(c, refusal.kind);
  if (notOfTheForm.includes(refusal.kind)) return refusalPage(c, refusal);
  return refuse(c, refusal, act);
}

/** Answers a form that cannot be carried out: the page again, with what to mend. */
export async function refuse(
  c: PageContext,
  refusal: FormRefusal,
  act: Pick<Act<never>, "again" | "fieldOf">,
): Promise<Response> {
  const form = refusedForm(c.var.t, sentForm(c), named(refusal, act.fieldOf));
  return c.html(await act.again(form), refusalStatus(refusal));
}

function named(refusal: FormRefusal, fieldOf: ((field: string) => string) | undefined): FormRefusal {
  if (fieldOf === undefined || !("problems" in refusal)) return refusal;
  const problems = refusal.problems.map((problem) => ({ ...problem, field: fieldOf(problem.field) }));
  return { ...refusal, problems };
}
