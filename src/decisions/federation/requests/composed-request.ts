import { communityById } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { addressing, worldAudience } from "../../../kernel/federation/documents/addressing.ts";
import { escapeHtml } from "../../../kernel/federation/html-from-text.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import { htmlFromMarkdown } from "../../../kernel/text/markdown.ts";
import { asksForComments } from "../../model/requests/request.ts";
import { movesOf, requestById, requestVersion, type RequestMove } from "../../store/requests/requests.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { actorUrl, contextUrl } from "../addresses.ts";
import { voiceIn } from "../voice.ts";
import { moveUrl, requestUrl } from "./request-addresses.ts";

/** A request has moved so often at most while it is told of. */
const movesRead = 200;

/**
 * A request for comments that the world may read, as an Article with its present words and state; undefined for one among members,
 * and for one that was never more than a draft.
 */
export async function composedRequest(
  application: Application,
  requestId: string,
): Promise<ActivityDocument | undefined> {
  const found = await published(application, requestId);
  if (found === undefined) return undefined;
  const { request, thread, t, since, moves } = found;
  const { origin, read } = application;
  const words = await requestVersion(read, request.id, request.version);
  if (words === undefined) return undefined;
  const actor = actorUrl(origin, request.communityId);
  const said = [t(`decisions.request.meaning.${request.state}`)];
  if (asksForComments(request.state)) said.push(t("decisions.request.by-reply"));
  const content = `<p>${escapeHtml(said.join(" "))}</p>${htmlFromMarkdown(words.text).trim()}`;
  const lastMove = moves.at(-1)?.movedAt ?? since;
  const changedAt = Temporal.Instant.compare(words.writtenAt, lastMove) > 0 ? words.writtenAt : lastMove;
  return {
    id: requestUrl(origin, request.id),
    type: "Article",
    attributedTo: actor,
    url: requestUrl(origin, request.id),
    context: contextUrl(origin, thread.id),
    name: t("decisions.request.titled", { number: request.number, title: request.title }),
    content,
    contentMap: { [thread.language]: content },
    published: since.toString(),
    updated: Temporal.Instant.compare(changedAt, since) > 0 ? changedAt.toString() : undefined,
    ...addressing(worldAudience(actor)),
  };
}

/** That a request moved on, as a Note below its Article; undefined where the Article itself tells it, or nobody is told. */
export async function composedMove(
  application: Application,
  requestId: string,
  place: number,
): Promise<ActivityDocument | undefined> {
  const found = await published(application, requestId);
  const move = found?.moves.find((one) => one.place === place);
  if (found === undefined || move === undefined || isFirstCall(found.moves, move)) return undefined;
  const { request, thread, t } = found;
  const { origin } = application;
  const actor = actorUrl(origin, request.communityId);
  const values = { number: request.number, title: request.title, state: t(`decisions.request.state.${move.state}`) };
  const until =
    move.state === "last-call" && request.lastCallEndsAt !== undefined
      ? [t("decisions.request.until", { time: t.dateTime(request.lastCallEndsAt) })]
      : [];
  const reply = asksForComments(move.state) ? [t("decisions.request.by-reply")] : [];
  const sentences = [t("decisions.request.fediverse.moved", values), ...until, ...reply];
  const note = move.note === "" ? "" : htmlFromMarkdown(move.note).trim();
  const address = escapeHtml(requestUrl(origin, request.id));
  const content = `<p>${escapeHtml(sentences.join(" "))}</p>${note}<p><a href="${address}">${address}</a></p>`;
  return {
    id: moveUrl(origin, request.id, place),
    type: "Note",
    attributedTo: actor,
    url: requestUrl(origin, request.id),
    context: contextUrl(origin, thread.id),
    inReplyTo: requestUrl(origin, request.id),
    content,
    contentMap: { [thread.language]: content },
    published: move.movedAt.toString(),
    ...addressing(worldAudience(actor)),
  };
}

/** Whether by this move a request asks for comments for the first time: then it is told as an Article. */
function isFirstCall(moves: readonly RequestMove[], move: RequestMove): boolean {
  return moves.find(({ state }) => state === "comments")?.place === move.place;
}

async function published(application: Application, requestId: string) {
  const { read } = application;
  const request = await requestById(read, requestId);
  const thread = request === undefined ? undefined : await threadById(read, request.threadId);
  if (request === undefined || thread?.audience !== "everyone") return undefined;
  const moves = await movesOf(read, request.id, movesRead);
  const since = moves.find(({ state }) => state === "comments")?.movedAt;
  if (since === undefined) return undefined;
  const zone = (await communityById(read, request.communityId))?.zone ?? "UTC";
  return { request, thread, moves, since, t: voiceIn(application, thread.language, zone) };
}
