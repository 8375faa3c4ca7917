import type { HtmlEscapedString } from "hono/utils/html";
import type { z } from "zod";
import type { Application } from "../../../kernel/application.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { AnyRefusal } from "../../../kernel/base/result.ts";
import type { Command, InvalidInput } from "../../../kernel/commands/command.ts";
import { seeOther } from "../../../ui/after-act.ts";
import { refusedForm, type FormRefusal, type FormState } from "../../../ui/form-state.ts";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { refusalStatus } from "../../../ui/refusal-status.ts";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { keepFormAndSignIn } from "./kept-forms.ts";

/** What a form asks for, and where it leads. */
export interface Act<Value> {
  /** The page that has the form: there whoever must sign in first goes on. */
  readonly page: string;
  /** Where the reader goes on when it was done, and what the page there says of it. */
  readonly onwards: (value: Value) => { readonly path: string; readonly done?: string };
  /** The page again, with the form as it was sent and what to mend. */
  readonly again: (form: FormState) => HtmlEscapedString | Promise<HtmlEscapedString>;
  /** Which field a refusal is about, where it does not say so itself; see {@link byKind}. */
  readonly fieldFor?: (refusal: AnyRefusal) => string | undefined;
  /** The form's name of a field that the command names otherwise. */
  readonly fieldOf?: (field: string) => string;
}

const notOfTheForm = ["not-found", "try-later", "storage-full"];

/**
 * How a capability carries out what forms ask for, as the reader. `notTheirs` are the kinds of its refusals that no form can mend:
 * this reader may not.
 */
export function carryingOut(notTheirs: readonly string[]) {
  return async function carryOut<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
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
  };
}

/** Answers a form that cannot be carried out: the page again, with what to mend beside each field. */
export async function refuse(
  c: PageContext,
  refusal: FormRefusal,
  act: Pick<Act<never>, "again" | "fieldFor" | "fieldOf">,
): Promise<Response> {
  const form = refusedForm(c.var.t, sentForm(c), located(refusal, act));
  return c.html(await act.again(form), refusalStatus(refusal));
}

/** The page of a refusal to somebody who is signed in and may not. */
export function forbidden(c: PageContext, kind: string): Promise<Response> {
  return pageOfStatus(c, kind, 403);
}

/** The page of something that is not there yet. */
export function missing(c: PageContext, kind: string): Promise<Response> {
  return pageOfStatus(c, kind, 404);
}

/** Which field a refusal is about, by its kind: for `fieldFor` of an act. */
export function byKind(fields: Readonly<Record<string, string>>): (refusal: AnyRefusal) => string | undefined {
  return ({ kind }) => (Object.hasOwn(fields, kind) ? fields[kind] : undefined);
}

function located(
  refusal: AnyRefusal | InvalidInput,
  { fieldFor, fieldOf }: Pick<Act<never>, "fieldFor" | "fieldOf">,
): FormRefusal {
  if ("problems" in refusal) {
    if (fieldOf === undefined) return refusal;
    const problems = refusal.problems.map((problem) => ({ ...problem, field: fieldOf(problem.field) }));
    return { ...refusal, problems };
  }
  const field = fieldFor?.(refusal);
  return field === undefined ? refusal : Object.assign({ field }, refusal);
}

async function pageOfStatus(c: PageContext, kind: string, status: number): Promise<Response> {
  const { body, headers } = await refusalPage(c, { kind });
  return new Response(body, { status, headers });
}
