import type { MiddlewareHandler } from "hono";
import { createHash } from "node:crypto";
import type { Result } from "../kernel/base/result.ts";
import { accepted, refused } from "../kernel/base/result.ts";
import { formInput, textOf, type FormInput, type FormTooLarge } from "./form-input.ts";
import { SendAgain } from "./components/send-again.tsx";
import { formTokenField, type FormTokens } from "./form-token.ts";
import type { PageContext, PageEnv } from "./request.ts";
import { refusalPage } from "./refusal-page.tsx";

/** Why nothing of a form was looked at: it is too large, or it is no form of a page, such as JSON or plain text. */
type FormUnread = FormTooLarge | { readonly kind: "form-unreadable" };

const largestForm = 512 * 1024;

/**
 * Takes a form only from our own pages, and only as a form. What passes finds it in `c.var.form`, and its act's key in `c.var.actKey`.
 * Every route with pages stands behind this; requests that are not forms of ours (inboxes, one-click unsubscribing) stand elsewhere.
 */
export function guardForms(tokens: FormTokens): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD" || c.req.method === "OPTIONS") return next();
    if (isFromElsewhere(c)) return refusalPage(c, { kind: "form-from-elsewhere" });
    const read = await readForm(c);
    if (!read.ok) return refusalPage(c, read.refusal);
    const { form, actKey } = read.value;
    if (!tokens.isGood(textOf(form, formTokenField), c.var.formBinding)) return expiredForm(c, form);
    c.set("form", form);
    c.set("actKey", actKey);
    return next();
  };
}

/** Whether the browser says that another site sent this (W3C Fetch Metadata; the Origin header of the Fetch standard). */
function isFromElsewhere(c: PageContext): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const origin = c.req.header("Origin");
  return origin !== undefined && origin !== c.var.frame.site.origin.origin;
}

interface ReadForm {
  readonly form: FormInput;
  readonly actKey: string;
}

async function readForm(c: PageContext): Promise<Result<ReadForm, FormUnread>> {
  // Plain text is what another site may send without asking (Fetch standard, "CORS-safelisted request-header").
  const type = (c.req.header("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") return refused({ kind: "form-unreadable" });
  const body = await bodyUpTo(c.req.raw, largestForm);
  if (body === undefined) return refused({ kind: "form-too-large" });
  const read = formInput(new URLSearchParams(body));
  if (!read.ok) return read;
  // The same form with other answers is another act; the same answers sent twice are the same one.
  const actKey = createHash("sha256").update(`${c.req.path}\n${body}`).digest("base64url");
  return accepted({ form: read.value, actKey });
}

/** The page stayed open beyond its session, or its reader has signed in since. What was typed is offered for sending again. */
function expiredForm(c: PageContext, form: FormInput): Response | Promise<Response> {
  // A browser that names no origin gives no proof that our own page sent this, so nothing is offered.
  const isOurs = c.req.header("Origin") !== undefined || c.req.header("Sec-Fetch-Site") === "same-origin";
  const url = new URL(c.req.url);
  const again = isOurs ? SendAgain({ frame: c.var.frame, action: url.pathname + url.search, form }) : undefined;
  return refusalPage(c, { kind: "form-expired" }, again);
}

async function bodyUpTo(request: Request, most: number): Promise<string | undefined> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) return undefined;
  if (request.body === null) return "";
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString("utf8");
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}
