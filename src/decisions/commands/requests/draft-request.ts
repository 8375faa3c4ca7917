import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { RequestId } from "../../model/requests/request.ts";
import type { PersonId } from "../../model/thread.ts";
import { highestNumber, requestByNumber } from "../../store/requests/requests.read.ts";
import { insertRequest, writeRequestVersion } from "../../store/requests/requests.write.ts";
import { letRequestBeFound } from "../../store/search/process-texts.write.ts";
import { communityInput, idInput, textInput, titleInput } from "../inputs.ts";
import { actingPerson, mustBeMember, threadOf, type StandingRefusal } from "../standing.ts";

type DraftRequestRefusal =
  | StandingRefusal
  | { readonly kind: "thread-closed" }
  | { readonly kind: "request-not-final"; readonly field: "supersedes" };

/**
 * Drafts a request for comments in a thread. Any member may; it gets the community's next number, which it keeps whatever comes of it.
 *
 * Refuses `thread-closed`, `request-not-final` where it would supersede one that is not final, and what standing refuses.
 */
export const draftRequest = defineCommand({
  name: "decisions/draft-request",
  input: z.object({
    communityId: communityInput,
    threadId: idInput,
    title: titleInput,
    text: textInput,
    /** The number of the request whose place it takes; empty for none. */
    supersedes: z.literal("").or(z.coerce.number().int().min(1)).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mustBeMember,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly requestId: RequestId; readonly number: number }, DraftRequestRefusal>> {
    const { communityId, title, text } = input;
    const thread = await threadOf(context, input);
    if (thread === undefined) return refused({ kind: "not-found" });
    if (thread.closedAt !== undefined) return refused({ kind: "thread-closed" });
    const earlier =
      input.supersedes === "" ? undefined : await requestByNumber(context.db, communityId, input.supersedes);
    if (input.supersedes !== "" && earlier?.state !== "final") {
      return refused({ kind: "request-not-final", field: "supersedes" });
    }
    const requestId = context.ids.next<"request">();
    const number = (await highestNumber(context.db, communityId)) + 1;
    const author = actingPerson(context) as PersonId;
    const request = { id: requestId, communityId, number, threadId: thread.id, authorId: author, title };
    await insertRequest(context.db, { ...request, supersedes: earlier?.id, openedAt: context.now });
    const words = { version: 1, title, text, note: "", writtenBy: author, writtenAt: context.now };
    await writeRequestVersion(context.db, requestId, words);
    await letRequestBeFound(context.db, requestId);
    context.emit({ name: "request-drafted", version: 1, payload: { thread: thread.id, request: requestId, number } });
    return accepted({ requestId, number });
  },
});
