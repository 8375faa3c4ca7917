import type { Application } from "../../kernel/application.ts";
import { untouchedForm, type FormState } from "../../ui/form-state.ts";
import type { PageContext } from "../../ui/request.ts";

export function signInFirst(c: PageContext): Response {
  return c.redirect(`/sign-in?next=${encodeURIComponent(c.var.frame.path)}`, 303);
}
export async function keepFormAndSignIn(c: PageContext, _application: Application, page: string): Promise<Response> {
  return c.redirect(`/sign-in?next=${encodeURIComponent(page)}`, 303);
}
export async function formOrKept(c: PageContext, _application: Application, _action: string): Promise<FormState> {
  return untouchedForm(c.var.t);
}
