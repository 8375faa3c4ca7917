import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isInWriting } from "../../model/requests/request.ts";
import type { PersonId } from "../../model/thread.ts";
import { requestVersion } from "../../store/requests/requests.read.ts";
import { writeRequestVersion } from "../../store/requests/requests.write.ts";
import { letRequestBeFound } from "../../store/search/process-texts.write.ts";
import { textInput, titleInput } from "../inputs.ts";
import { actingPerson, type StandingRefusal } from "../standing.ts";
import { aboutRequest, mayTendRequest, requestOf } from "./request-standing.ts";

type WriteRequestRefusal =
  | StandingRefusal
  | { readonly kind: "request-words-stand" }
  | { readonly kind: "request-unchanged"; readonly field: "text" };

/**
 * Writes the next version of a request, as a draft or while comments are asked for; the versions before stay to be read.
 *
 * Refuses `request-words-stand` from the last call on, `request-unchanged`, and what standing refuses.
 */
export const writeRequest = defineCommand({
  name: "decisions/write-request",
  input: z.object({
    ...aboutRequest,
    title: titleInput,
    text: textInput,
    note: z.string().trim().max(300).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mayTendRequest,
  async run(context, input): Promise<Result<{ readonly version: number }, WriteRequestRefusal>> {
    const request = await requestOf(context, input);
    if (request === undefined) return refused({ kind: "not-found" });
    if (!isInWriting(request.state)) return refused({ kind: "request-words-stand" });
    const before = await requestVersion(context.db, request.id, request.version);
    const { title, text, note } = input;
    if (before?.title === title && before.text === text) return refused({ kind: "request-unchanged", field: "text" });
    const version = request.version + 1;
    const writtenBy = actingPerson(context) as PersonId;
    const words = { version, title, text, note, writtenBy, writtenAt: context.now };
    await writeRequestVersion(context.db, request.id, words);
    await letRequestBeFound(context.db, request.id);
    context.emit({
      name: "request-written",
      version: 1,
      payload: { thread: request.threadId, request: request.id, text: version },
    });
    return accepted({ version });
  },
});
