import { createHash } from "node:crypto";
import { accepted, type Result } from "../kernel/base/result.ts";
import { readSentParts, type FileFault, type PartLimits, type SentFile } from "../kernel/media/sent-parts.ts";
import type { FormUnread } from "./form-body.ts";
import { formInput, type FormInput } from "./form-input.ts";

/** The most that one file of a form may hold: 4 MiB. */
const largestUpload = 4 * 1024 * 1024;

const limits: PartLimits = {
  mostFiles: 4,
  mostFileBytes: largestUpload,
  mostTextBytes: 512 * 1024,
  mostParts: 500,
};

/** The files that came with a form. */
export interface Uploads {
  readonly files: readonly SentFile[];
  /** Why one of them was not taken, and nothing after it was read. */
  readonly fault: FileFault | undefined;
}

/** A form with its files, and what makes it this act and no other. */
export interface FormWithUploads {
  readonly form: FormInput;
  readonly uploads: Uploads;
  readonly said: string;
}

/**
 * Reads a form with files as it arrives, and stops reading where a bound is passed: what was typed above the field of the file is known
 * then, and can be shown again. `takesFiles` sees the fields before the first file; without its yes no file is read.
 *
 * Refuses what {@link readSentParts} refuses, and `form-too-large` for more fields than any form of ours has.
 */
export async function readFormWithUploads(
  request: Request,
  takesFiles: (form: FormInput) => boolean,
): Promise<Result<FormWithUploads, FormUnread>> {
  const reader = (request.body ?? new Blob([]).stream()).getReader();
  try {
    const type = request.headers.get("Content-Type") ?? "";
    const read = await readSentParts(chunksOf(reader), type, limits, (fields) => {
      const form = formInput(fields);
      return form.ok && takesFiles(form.value);
    });
    if (!read.ok) return read;
    const { fields, files, fault } = read.value;
    const form = formInput(fields);
    if (!form.ok) return form;
    const digests = files.map(({ field, name, bytes }) => [field, name, digestOf(bytes)]);
    return accepted({
      form: form.value,
      uploads: { files, fault },
      said: JSON.stringify([form.value, digests, fault ?? null]),
    });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function* chunksOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}
