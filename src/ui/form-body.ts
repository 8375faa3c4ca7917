import { parseBody } from "hono/utils/body";
import type { Result } from "../kernel/base/result.ts";
import { refused } from "../kernel/base/result.ts";
import { chosen, fieldBeside } from "./form-file.ts";
import { formInput, type FormInput, type FormTooLarge } from "./form-input.ts";

/** Why nothing of a form was looked at: it is too large, or it is no form of a page, such as JSON or plain text. */
export type FormUnread = FormTooLarge | { readonly kind: "form-unreadable" };

/** The most that a form with a file may bring, the file included; and one with a large file, for those few who may. */
export const largestFormWithFile = { usually: 1024 * 1024, large: 5 * 1024 * 1024 } as const;

/**
 * Reads a form that may bring one file (`multipart/form-data`, RFC 7578). What the file holds takes the place of what was typed into the
 * field it stands beside, and {@link broughtFile} is true of it; its name and its claimed type are nothing that is looked at, and where no
 * file was chosen none was sent.
 *
 * Refuses `form-too-large` before or while it arrives, and `form-unreadable` for what is no such form, or brings several files or one
 * beside no field.
 */
export async function readFormWithFile(
  request: Request,
  most: number = largestFormWithFile.usually,
): Promise<Result<FormInput, FormUnread>> {
  const body = await bytesUpTo(request, most);
  if (body === undefined) return refused({ kind: "form-too-large" });
  const parts = await partsOf(request.headers.get("Content-Type") ?? "", body);
  if (parts === undefined) return refused({ kind: "form-unreadable" });
  const typed = parts.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  const [file, ...more] = parts.flatMap(([name, value]) => (isChosen(value) ? [{ name, value }] : []));
  if (file === undefined) return formInput(typed);
  const beside = fieldBeside(file.name);
  if (beside === undefined || more.length > 0) return refused({ kind: "form-unreadable" });
  const others = typed.filter(([name]) => name !== beside);
  return formInput([...others, [beside, await file.value.text()], [file.name, chosen]]);
}

function isChosen(value: string | File): value is File {
  return typeof value !== "string" && (value.name !== "" || value.size > 0);
}

async function partsOf(type: string, body: Buffer<ArrayBuffer>) {
  const whole = new Request("http://form.invalid/", { method: "POST", headers: { "Content-Type": type }, body });
  try {
    const parts = await parseBody(whole, { all: true });
    return Object.entries(parts).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const));
  } catch {
    return undefined;
  }
}

/** The body of a request; undefined when it is larger than that, which is known as soon as so much has come. */
export async function bytesUpTo(request: Request, most: number): Promise<Buffer<ArrayBuffer> | undefined> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) return undefined;
  if (request.body === null) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}
