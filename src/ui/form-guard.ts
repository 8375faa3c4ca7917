import type { MiddlewareHandler } from "hono";
import { createHash } from "node:crypto";
import type { Result } from "../kernel/base/result.ts";
import { accepted, refused } from "../kernel/base/result.ts";
import { bytesUpTo, largestFormWithFile, readFormWithFile, type FormUnread } from "./form-body.ts";
import { formInput, textOf, type FormInput } from "./form-input.ts";
import { readFormWithUploads } from "./form-uploads.ts";
import { SendAgain } from "./components/send-again.tsx";
import { formTokenField, type FormTokens } from "./form-token.ts";
import type { PageContext, PageEnv } from "./request.ts";
import { refusalPage } from "./refusal-page.tsx";

const largestForm = 512 * 1024;

/**
 * Takes a form only from our own pages, and only as a form. What passes finds it in `c.var.form`, and its act's key in `c.var.actKey`.
 * Every route with pages stands behind this; requests that are not forms of ours (inboxes, one-click unsubscribing) stand elsewhere.
 */
export function guardForms(tokens: FormTokens): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD" || c.req.method === "OPTIONS") return next();
    if (isFromElsewhere(c)) return refusalPage(c, { kind: "form-from-elsewhere" });
    const read = await readForm(c, tokens);
    if (!read.ok) return refusalPage(c, read.refusal);
    const { form, actKey } = read.value;
    if (!tokens.isGood(textOf(form, formTokenField), c.var.formBinding)) return expiredForm(c, form);
    c.set("form", form);
    c.set("actKey", actKey);
    return next();
  };
}

/** Stands before {@link guardForms} on the routes whose forms may bring a file; on all others a form with files is none of ours. */
export const takeFiles: MiddlewareHandler<PageEnv> = async (c, next) => {
  c.set("takesFiles", true);
  await next();
};

/** As {@link takeFiles}, where those who may bring a larger file than others; nobody else's form is read any further for it. */
export function takeLargeFiles(mayBring: (personId: string) => Promise<boolean>): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    const { person } = c.var.reader;
    c.set("takesFiles", true);
    // Only what sends something is asked for; reading a page needs no answer to that.
    if (c.req.method === "POST" && person !== undefined && (await mayBring(person.id))) c.set("takesLargeFile", true);
    await next();
  };
}

/** Stands before {@link guardForms} on the routes whose forms may bring files of any kind, such as pictures. */
export const takeUploads: MiddlewareHandler<PageEnv> = async (c, next) => {
  c.set("takesUploads", true);
  await next();
};

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

async function readForm(c: PageContext, tokens: FormTokens): Promise<Result<ReadForm, FormUnread>> {
  // Plain text is what another site may send without asking (Fetch standard, "CORS-safelisted request-header").
  const type = (c.req.header("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === "multipart/form-data" && c.var.takesFiles === true) return readWithFile(c);
  if (type === "multipart/form-data" && c.var.takesUploads === true) return readWithUploads(c, tokens);
  if (type !== "application/x-www-form-urlencoded") return refused({ kind: "form-unreadable" });
  const bytes = await bytesUpTo(c.req.raw, largestForm);
  if (bytes === undefined) return refused({ kind: "form-too-large" });
  const body = bytes.toString("utf8");
  const read = formInput(new URLSearchParams(body));
  if (!read.ok) return read;
  // The same form with other answers is another act; the same answers sent twice are the same one.
  return accepted({ form: read.value, actKey: actKeyOf(c, body) });
}

async function readWithFile(c: PageContext): Promise<Result<ReadForm, FormUnread>> {
  const { usually, large } = largestFormWithFile;
  const read = await readFormWithFile(c.req.raw, c.var.takesLargeFile === true ? large : usually);
  // Browsers part the fields by another line each time, so the act is known by what was in them.
  return read.ok ? accepted({ form: read.value, actKey: actKeyOf(c, JSON.stringify(read.value)) }) : read;
}

/** Files are read for those alone who are signed in and came from a page of ours: of all others not a byte of them is kept. */
async function readWithUploads(c: PageContext, tokens: FormTokens): Promise<Result<ReadForm, FormUnread>> {
  const read = await readFormWithUploads(
    c.req.raw,
    (form) => c.var.reader.person !== undefined && tokens.isGood(textOf(form, formTokenField), c.var.formBinding),
  );
  if (!read.ok) return read;
  const { form, uploads, said } = read.value;
  c.set("uploads", uploads);
  return accepted({ form, actKey: actKeyOf(c, said) });
}

function actKeyOf(c: PageContext, said: string): string {
  return createHash("sha256").update(`${c.req.path}\n${said}`).digest("base64url");
}

/** The page stayed open beyond its session, or its reader has signed in since. What was typed is offered for sending again. */
function expiredForm(c: PageContext, form: FormInput): Response | Promise<Response> {
  // A browser that names no origin gives no proof that our own page sent this, so nothing is offered.
  const isOurs = c.req.header("Origin") !== undefined || c.req.header("Sec-Fetch-Site") === "same-origin";
  const url = new URL(c.req.url);
  const again = isOurs ? SendAgain({ frame: c.var.frame, action: url.pathname + url.search, form }) : undefined;
  return refusalPage(c, { kind: "form-expired" }, again);
}
