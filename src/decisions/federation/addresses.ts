import type { LoggedEvent } from "../../kernel/activity-log/event.ts";

/** Where the things of decisions live: each at the address of its page, with ids that never change. */

export function actorUrl(origin: URL, communityId: string): string {
  return new URL(`/actors/${communityId}`, origin).href;
}

export function threadUrl(origin: URL, threadId: string): string {
  return new URL(`/threads/${threadId}`, origin).href;
}

/** The collection of all posts of a thread, or one of its pages, counted from 0. */
export function contextUrl(origin: URL, threadId: string, page?: number): string {
  const context = `${threadUrl(origin, threadId)}/context`;
  return page === undefined ? context : `${context}/${page}`;
}

/** Where a post lives: on the server it came from, or here. */
export function postAddress(
  origin: URL,
  post: { readonly id: string; readonly sourceUri: string | undefined },
): string {
  return post.sourceUri ?? postUrl(origin, post.id);
}

export function postUrl(origin: URL, postId: string): string {
  return new URL(`/posts/${postId}`, origin).href;
}

/** Where a file that a post carries is served. */
export function attachmentUrl(origin: URL, attachmentId: string): string {
  return new URL(`/attachments/${attachmentId}`, origin).href;
}

export function proposalUrl(origin: URL, proposalId: string): string {
  return new URL(`/proposals/${proposalId}`, origin).href;
}

/** What asks for answers: a native poll, or a Note. `personId` is set for the copy sent to one person. */
export function ballotUrl(origin: URL, proposalId: string, personId?: string): string {
  const ballot = `${proposalUrl(origin, proposalId)}/ballot`;
  return personId === undefined ? ballot : `${ballot}/for/${personId}`;
}

/** The Note that says what came of a proposal; one that was opened again is counted more than once, and each count has its own. */
export function outcomeUrl(origin: URL, proposalId: string, count = 1): string {
  const outcome = `${proposalUrl(origin, proposalId)}/outcome`;
  return count === 1 ? outcome : `${outcome}/${count}`;
}

/** The Note that says how the closing time of a proposal changed. */
export function changeUrl(origin: URL, proposalId: string, place: number): string {
  return `${proposalUrl(origin, proposalId)}/changes/${place}`;
}

/** The Note that says which options were added to a proposal. */
export function addedOptionsUrl(origin: URL, proposalId: string): string {
  return `${proposalUrl(origin, proposalId)}/added-options`;
}

/** Activity ids derive from the event, so that one delivered twice is recognised as the same. */
export function activityUrl(origin: URL, event: LoggedEvent, what: string): string {
  return new URL(`/activities/${event.id}/${what}`, origin).href;
}

/** What an address of ours is about. */
export type Matter =
  | { readonly kind: "post"; readonly postId: string }
  | { readonly kind: "proposal"; readonly proposalId: string };

const id = "([0-9a-f-]{36})";
const ofPost = new RegExp(`^/posts/${id}$`);
const parts = `/ballot(?:/for/${id})?|/outcome(?:/\\d{1,3})?|/changes/\\d{1,3}|/added-options`;
const ofProposal = new RegExp(`^/proposals/${id}(?:${parts})?$`);

/** Reads an address back; undefined for one that is not ours, or not of decisions. Whether the thing exists is not asked. */
export function matterOf(origin: URL, url: string | undefined): Matter | undefined {
  if (url === undefined || url.length > 500 || !url.startsWith(`${origin.origin}/`)) return undefined;
  const path = url.slice(origin.origin.length);
  const [, postId] = ofPost.exec(path) ?? [];
  if (postId !== undefined) return { kind: "post", postId };
  const [, proposalId] = ofProposal.exec(path) ?? [];
  return proposalId === undefined ? undefined : { kind: "proposal", proposalId };
}
