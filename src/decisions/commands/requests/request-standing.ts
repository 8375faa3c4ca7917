import { isSteward } from "../../../communities/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { requestById, type CommentRequest } from "../../store/requests/requests.read.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, type StandingRefusal } from "../standing.ts";

/** What every command about one request is told. */
export const aboutRequest = { communityId: communityInput, requestId: idInput };

interface AboutRequest {
  readonly communityId: string;
  readonly requestId: string;
}

/** The request, if it is this community's. */
export async function requestOf(context: CommandContext, about: AboutRequest): Promise<CommentRequest | undefined> {
  const request = await requestById(context.db, about.requestId);
  return request?.communityId === about.communityId ? request : undefined;
}

/** Writing and moving a request is for whoever put it forward and for the community's stewards. */
export async function mayTendRequest(
  context: CommandContext,
  about: AboutRequest,
): Promise<StandingRefusal | undefined> {
  const request = await requestOf(context, about);
  if (request === undefined) return { kind: "not-found" };
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  if (person === request.authorId) return undefined;
  return (await isSteward(context.db, about.communityId, person)) ? undefined : { kind: "not-the-author" };
}
