import type { MiddlewareHandler } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { newToken } from "../../../kernel/secrets/token.ts";
import { formTokenField } from "../../../ui/form-token.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { SendAgain } from "../../../ui/components/send-again.tsx";
import { dropForm, keepForm } from "../../commands/sign-in/keep-form.ts";
import { keptForm } from "../../store/sessions.read.ts";
import { signInPath } from "../sign-in-path.ts";
import { browserHash } from "./signing-in-browser.ts";

/**
 * Answers a visitor's POST that asks for somebody signed in: what they typed is kept, and they go to sign in and from there to `page`,
 * which shows the form filled in again by {@link formOrKept}. Nothing was done yet: they send it themselves.
 */
export async function keepFormAndSignIn(c: PageContext, application: Application, page: string): Promise<Response> {
  const { [formTokenField]: _token, ...fields } = sentForm(c);
  const input = { browserHash: browserHash(c), action: c.req.path, fields, address: c.var.clientAddress ?? "" };
  const kept = await application.execute(keepForm, input, byReader(c));
  if (kept.ok && kept.value === "kept") return c.redirect(signInPath(page), 303);
  // What cannot be kept here stays in the page, to be sent again once signed in, perhaps in another window.
  return refusalPage(
    c,
    { kind: "sign-in-needed" },
    SendAgain({ frame: c.var.frame, action: c.req.path, form: sentForm(c) }),
  );
}

/** The form that posts to `action`: as this reader sent it before they signed in, else untouched. */
export async function formOrKept(c: PageContext, application: Application, action: string): Promise<FormState> {
  if (c.var.formBinding === "") return untouchedForm(c.var.t);
  const typed = await keptForm(application.read, browserHash(c), action, application.clock());
  return typed === undefined ? untouchedForm(c.var.t) : { t: c.var.t, typed, faults: {} };
}

/** Forgets a kept form when it was sent again and taken. Stands before every route that posts. */
export function forgetTakenForms(application: Application): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    await next();
    if (c.req.method !== "POST" || c.res.status !== 303 || c.var.reader.person === undefined) return;
    const kept = await keptForm(application.read, browserHash(c), c.req.path, application.clock());
    if (kept === undefined) return;
    const by = { actor: { kind: "visitor" }, origin: { from: "web", key: newToken() } } as const;
    await application.execute(dropForm, { browserHash: browserHash(c), action: c.req.path }, by);
  };
}
